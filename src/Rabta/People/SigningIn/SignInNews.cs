using Rabta.Platform.News;

namespace Rabta.People.SigningIn;

/// <summary>News of the door.</summary>
public static class SignInNews
{
    public static readonly NoticeKind LinkAsked = new("sign-in.link", typeof(Texts), ByMail: true) { IsSignIn = true };
    public static readonly NoticeKind SlipPrinted = new("slip.printed", typeof(Texts), ByMail: true);
}
