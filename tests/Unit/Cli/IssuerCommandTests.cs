namespace Orrery.Tests.Cli;

public sealed class IssuerCommandTests
{
    private const string Address = "/_orrery/issuers";
    private const string Issuer = "https://token.example.org/ci";
    private const string Escaped = "https%3A%2F%2Ftoken.example.org%2Fci";

    private const string Facts =
        """{"issuer":"https://token.example.org/ci","keys":["k1"],"declaredAt":"2026-01-01T00:00:00+00:00"}""";

    [Fact]
    public async Task Declaring_sends_the_key_set_and_names_its_keys()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, """{"keys": [{"kty": "RSA"}]}""", TestContext.Current.CancellationToken);
        var server = new CannedServer().With($"PUT {Address}/{Escaped}", Facts);
        var typed = await Typed.RunAsync(new Setting { Server = server }, "issuer", "declare", Issuer, file);
        File.Delete(file);
        Assert.Equal((0, $"Tokens of {Issuer} are believed by k1.\n"), (typed.Code, typed.Output));
        Assert.Contains("\"kty\": \"RSA\"", Assert.Single(server.Asked), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_key_set_is_not_sent()
    {
        var server = new CannedServer();
        var typed = await Typed.RunAsync(
            new Setting { Server = server }, "issuer", "declare", Issuer, "/nowhere/keys.json");
        Assert.NotEqual(0, typed.Code);
        Assert.Empty(server.Asked);
    }

    [Fact]
    public async Task Issuers_are_listed_and_removed()
    {
        var server = new CannedServer().With($"GET {Address}", $"[{Facts}]")
            .With($"DELETE {Address}/{Escaped}", "", System.Net.HttpStatusCode.NoContent);
        var listed = await Typed.RunAsync(new Setting { Server = server }, "issuer", "list");
        Assert.StartsWith($"{Issuer}  k1  since 2026-01-01", listed.Output, StringComparison.Ordinal);
        var removed = await Typed.RunAsync(new Setting { Server = server }, "issuer", "remove", Issuer);
        Assert.Equal((0, $"Tokens of {Issuer} are not believed any more.\n"), (removed.Code, removed.Output));
    }
}
