using System.Net;
using Orrery.Testing;
using Orrery.Tests.Acceptance.Clients;

namespace Orrery.Tests.Acceptance.Ec2;

/// <summary>Temporary credentials of AssumeRole and GetSessionToken, used by the real aws CLI.</summary>
public sealed class SessionTests
{
    private const string Trust =
        """{"Statement":{"Effect":"Allow","Principal":{"AWS":"123456789012"},"Action":"sts:AssumeRole"}}""";

    [Fact]
    public async Task A_session_acts_as_its_role_until_it_expires_on_the_virtual_clock()
    {
        ClientProcess.Need("aws");
        await using var orrery = await OrreryHost.StartAsync();
        var aws = new Aws(orrery);
        await aws.In("111122223333").RunAsync(
            $"iam create-role --role-name Admin --assume-role-policy-document {Trust}");
        var session = await aws.RunAsync(
            "sts assume-role --role-arn arn:aws:iam::111122223333:role/Admin --role-session-name me");
        var acting = aws.With(session.GetProperty("Credentials"));

        var who = await acting.RunAsync("sts get-caller-identity");
        Assert.Equal("111122223333", who.GetProperty("Account").GetString());
        Assert.Equal("arn:aws:sts::111122223333:assumed-role/Admin/me", who.GetProperty("Arn").GetString());
        Assert.Equal("AccessDenied", await acting.RefusedAsync("sts get-session-token"));
        await aws.RunAsync("sts get-session-token");

        await orrery.AdvanceAsync(TimeSpan.FromHours(2));
        Assert.Equal("ExpiredToken", await acting.RefusedAsync("sts get-caller-identity"));
        Assert.Equal(HttpStatusCode.OK, (await orrery.Http.GetAsync("/_orrery/health")).StatusCode);
    }
}
