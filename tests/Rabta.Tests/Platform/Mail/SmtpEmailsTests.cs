using System.Buffers;
using System.Collections.Concurrent;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using NodaTime;
using Rabta.Platform.Mail;
using Rabta.Platform.Settings;
using Rabta.Tests.Faults;
using SmtpServer;
using SmtpServer.Authentication;
using SmtpServer.ComponentModel;
using SmtpServer.Mail;
using SmtpServer.Protocol;
using SmtpServer.Storage;
using SmtpResponse = SmtpServer.Protocol.SmtpResponse;

namespace Rabta.Tests.Platform.Mail;

/// <summary>Against a real SMTP server in the test, which lets in one user and refuses some boxes.</summary>
public sealed class SmtpEmailsTests : IAsyncDisposable
{
    private readonly Post _post = new();
    private readonly SmtpOnLoopback _server;

    public SmtpEmailsTests() =>
        _server = new(
            services =>
            {
                services.Add((IMessageStore)_post);
                services.Add((IMailboxFilterFactory)_post);
                services.Add((IUserAuthenticatorFactory)_post);
            },
            door => door.AllowUnsecureAuthentication().AuthenticationRequired()
        );

    [Fact]
    public async Task A_mail_arrives_with_its_own_id_for_whom_it_is()
    {
        var email = To("omar@college.test");

        await Send(email);

        var (id, to) = Assert.Single(_post.Arrived);
        Assert.Equal(($"{email.Id:N}@college.test", "omar@college.test"), (id, to));
        Assert.Equal("college@post:a+b", _post.User);
    }

    [Fact]
    public async Task Who_is_not_let_in_sends_nothing()
    {
        await Assert.ThrowsAsync<AuthenticationException>(() => Send(To("omar@college.test"), password: "wrong"));

        Assert.Empty(_post.Arrived);
    }

    [Fact]
    public async Task A_box_that_does_not_exist_is_final_and_everything_else_is_tried_again()
    {
        Assert.Equal("550", (await Assert.ThrowsAsync<EmailRefused>(() => Send(To("nobody@college.test")))).Message);
        Assert.Equal("500", (await Assert.ThrowsAsync<EmailRefused>(() => Send(To("syntax@college.test")))).Message);
        Assert.Equal(450, (int)(await Assert.ThrowsAsync<SmtpCommandException>(() => Send(To("full@college.test")))).StatusCode);
        Assert.Equal(554, (int)(await Assert.ThrowsAsync<SmtpCommandException>(() => Send(To("fails@college.test")))).StatusCode);
        Assert.Empty(_post.Arrived);
    }

    [Theory]
    [InlineData("smtp://post.test", 587)]
    [InlineData("smtp://post.test/", 587)]
    [InlineData("smtp://college:a%3A25@post.test", 587)]
    [InlineData("smtps://post.test", 465)]
    [InlineData("smtp://post.test:25", 25)]
    [InlineData("smtp://post.test:25/", 25)]
    [InlineData("smtp://college:secret@post.test:2525", 2525)]
    [InlineData("smtps://post.test:4650", 4650)]
    [InlineData("smtp://[::1]:26", 26)]
    [InlineData("smtp://[::1]", 587)]
    public void The_port_is_the_one_that_is_written_or_the_one_for_handing_in_mail(string server, int port) =>
        Assert.Equal(port, SmtpEmails.PortOf(new Uri(server)));

    private static Email To(string address) => new(Guid.CreateVersion7(), address, "Omar", "A meeting", "Tomorrow at three.");

    private Task Send(Email email, string password = "a+b") =>
        new SmtpEmails(
            new RabtaSettings
            {
                Data = "",
                MailFrom = "rabta@college.test",
                Mail = $"smtp://college%40post:{Uri.EscapeDataString(password)}@127.0.0.1:{_server.Port}",
            },
            SystemClock.Instance
        ).Send(email, default);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    /// <summary>Keeps what arrives, lets in one user, and answers for each box as its name says.</summary>
    private sealed class Post : MessageStore, IMailboxFilterFactory, IMailboxFilter, IUserAuthenticatorFactory, IUserAuthenticator
    {
        private readonly ConcurrentQueue<(string Id, string To)> _arrived = [];

        public IReadOnlyList<(string Id, string To)> Arrived => [.. _arrived];
        public string? User { get; private set; }

        public override async Task<SmtpResponse> SaveAsync(
            ISessionContext context,
            IMessageTransaction transaction,
            ReadOnlySequence<byte> buffer,
            CancellationToken cancellationToken
        )
        {
            using var message = await MimeMessage.LoadAsync(new MemoryStream(buffer.ToArray()), cancellationToken);
            var to = message.To.Mailboxes.Single().Address;
            if (to.StartsWith("fails", StringComparison.Ordinal))
                return SmtpResponse.TransactionFailed;
            _arrived.Enqueue((message.MessageId!, to));
            return SmtpResponse.Ok;
        }

        public Task<bool> AuthenticateAsync(ISessionContext context, string user, string password, CancellationToken cancellationToken)
        {
            User = $"{user}:{password}";
            return Task.FromResult(User == "college@post:a+b");
        }

        public Task<bool> CanAcceptFromAsync(ISessionContext context, IMailbox from, int size, CancellationToken cancellationToken) =>
            Task.FromResult(true);

        public Task<bool> CanDeliverToAsync(ISessionContext context, IMailbox to, IMailbox from, CancellationToken cancellationToken) =>
            to.User switch
            {
                "nobody" => throw new SmtpResponseException(new(SmtpReplyCode.MailboxUnavailable, "no such box")),
                "syntax" => throw new SmtpResponseException(new(SmtpReplyCode.CommandUnrecognized, "no")),
                "full" => throw new SmtpResponseException(new((SmtpReplyCode)450, "later")),
                _ => Task.FromResult(true),
            };

        IMailboxFilter ISessionContextInstanceFactory<IMailboxFilter>.CreateInstance(ISessionContext context) => this;

        IUserAuthenticator ISessionContextInstanceFactory<IUserAuthenticator>.CreateInstance(ISessionContext context) => this;
    }
}
