using Orrery.Host.Http;

namespace Orrery.Tests.Host;

public sealed class BrowserGuardTests
{
    [Theory]
    [InlineData("localhost:4566", null, null)]
    [InlineData("127.0.0.1:4566", null, null)]
    [InlineData("[::1]:4566", null, null)]
    [InlineData("march.world.localhost:4566", null, null)]
    [InlineData("orrery:4566", null, null)]
    [InlineData("host.docker.internal:4566", null, null)]
    [InlineData("localhost:4566", "http://localhost:4566", "same-origin")]
    [InlineData("localhost:4566", null, "none")]
    public void Programs_and_our_own_pages_pass(string host, string? origin, string? site) =>
        Assert.Null(BrowserGuard.Refusal(host, origin, site));

    [Theory]
    [InlineData("evil.example:4566", null, null)]
    [InlineData("localhost.evil.example", null, null)]
    [InlineData("", null, null)]
    [InlineData("localhost:4566", "http://evil.example", null)]
    [InlineData("localhost:4566", "http://localhost:3000", null)]
    [InlineData("localhost:4566", "null", null)]
    [InlineData("localhost:4566", null, "cross-site")]
    [InlineData("localhost:4566", null, "same-site")]
    [InlineData("evil.example:4566", "http://evil.example:4566", "same-origin")]
    public void Pages_of_others_are_refused(string host, string? origin, string? site) =>
        Assert.NotNull(BrowserGuard.Refusal(host, origin, site));
}
