using Rabta.Meetings;
using Rabta.Meetings.Links;

namespace Rabta.Tests.Meetings.Links;

/// <summary>What people paste, and what someone with bad intent would have them paste.</summary>
public sealed class MeetingLinkTests
{
    [Theory]
    [InlineData("https://zoom.us/j/123456", "Zoom", "zoom.us")]
    [InlineData("https://us02web.zoom.us/j/123?pwd=abc#success", "Zoom", "us02web.zoom.us")]
    [InlineData("HTTPS://ZOOM.US/j/1", "Zoom", "zoom.us")]
    [InlineData("https://zoom.us:443/j/1", "Zoom", "zoom.us")]
    [InlineData("zoom.us/j/123456", "Zoom", "zoom.us")]
    [InlineData("https://app.zoom.com/wc/1", "Zoom", "app.zoom.com")]
    [InlineData("https://teams.microsoft.com/l/meetup-join/19%3ameeting_x", "Microsoft Teams", "teams.microsoft.com")]
    [InlineData("https://teams.live.com/meet/94", "Microsoft Teams", "teams.live.com")]
    [InlineData("https://meet.google.com/abc-defg-hij", "Google Meet", "meet.google.com")]
    [InlineData("https://join.skype.com/abc", "Skype", "join.skype.com")]
    [InlineData("https://meet.jit.si/OmarAndSara", "Jitsi", "meet.jit.si")]
    [InlineData("https://wa.me/923001234567", "WhatsApp", "wa.me")]
    [InlineData("https://call.whatsapp.com/video/x", "WhatsApp", "call.whatsapp.com")]
    [InlineData("Omar is inviting you to a meeting.\nhttps://us02web.zoom.us/j/1\nPasscode: 1", "Zoom", "us02web.zoom.us")]
    [InlineData("  https://zoom.us/j/1  ", "Zoom", "zoom.us")]
    // Not ours to name, but safe to open: the host is shown.
    [InlineData("https://bbb.mmc.edu.pk/b/omar", null, "bbb.mmc.edu.pk")]
    [InlineData("https://zoom.us.evil.example/j/1", null, "zoom.us.evil.example")]
    [InlineData("https://evilzoom.us/j/1", null, "evilzoom.us")]
    [InlineData("https://zoom-us.example/j/1", null, "zoom-us.example")]
    [InlineData("https://evil.example/zoom.us/j/1", null, "evil.example")]
    [InlineData("https://evil.example/?https://zoom.us", null, "evil.example")]
    [InlineData("https://evil.example#@zoom.us", null, "evil.example")]
    [InlineData("https://google.com/meet", null, "google.com")]
    [InlineData("https://microsoft.com/teams", null, "microsoft.com")]
    [InlineData("https://jit.si/x", null, "jit.si")]
    public void Is_read_and_named_by_its_host_alone(string pasted, string? service, string host)
    {
        var (link, why) = MeetingLink.Read(pasted);

        Assert.Null(why);
        Assert.Equal((service, host), (link!.Service, link.Host));
        Assert.StartsWith("https://", link.Address.AbsoluteUri, StringComparison.Ordinal);
        Assert.Equal((service, host), (MeetingLink.Of(link.Address.AbsoluteUri).Service, MeetingLink.Of(link.Address.AbsoluteUri).Host));
    }

    [Theory]
    [InlineData("", "link.none")]
    [InlineData("   ", "link.none")]
    [InlineData("http://zoom.us/j/1", "link.not-https")]
    [InlineData("javascript:alert(1)", "link.not-https")]
    [InlineData("JaVaScRiPt:alert(1)//https://zoom.us", "link.not-https")]
    [InlineData("data:text/html,<script>", "link.not-https")]
    [InlineData("zoommtg://zoom.us/join?confno=1", "link.not-https")]
    [InlineData("file:///etc/passwd", "link.not-https")]
    [InlineData("https://zoom.us@evil.example/j/1", "link.user")]
    [InlineData("https://zoom.us:pass@evil.example/j/1", "link.user")]
    [InlineData("https://@zoom.us/j/1", "link.user")]
    [InlineData("https://zoom.us:8443/j/1", "link.port")]
    [InlineData("https://zoom.us:80/j/1", "link.port")]
    [InlineData("https://zооm.us/j/1", "link.letters")]
    [InlineData("https://xn--zm-fmcc.us/j/1", "link.letters")]
    [InlineData("https://zoom。us/j/1", "link.letters")]
    [InlineData("https://zoom.us\\@evil.example/j/1", "link.unreadable")]
    [InlineData("https:\\\\zoom.us/j/1", "link.unreadable")]
    [InlineData("https://zoom.us%2eevil.example/j/1", "link.unreadable")]
    [InlineData("https://zoom\tus/j/1", "link.unreadable")]
    [InlineData("https://127.0.0.1/j/1", "link.unreadable")]
    [InlineData("https://[::1]/j/1", "link.unreadable")]
    [InlineData("https://localhost/j/1", "link.unreadable")]
    [InlineData("https://2130706433/j/1", "link.unreadable")]
    [InlineData("https:///zoom.us", "link.unreadable")]
    [InlineData("//zoom.us/j/1", "link.not-https")]
    [InlineData("call me", "link.unreadable")]
    public void Is_refused_in_words(string pasted, string why) => Assert.Equal((null, why), MeetingLink.Read(pasted));
}
