using Rabta.Platform.News;

namespace Rabta.People.SigningIn;

/// <summary>The kinds of news about signing in.</summary>
public static class SignInNews
{
    public static readonly NoticeKind LinkAsked = new("sign-in.link", typeof(Texts), ByMail: true) { IsSignIn = true };
    public static readonly NoticeKind SlipPrinted = new("slip.printed", typeof(Texts), ByMail: true);
}
