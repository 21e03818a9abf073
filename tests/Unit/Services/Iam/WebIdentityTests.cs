using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Orrery.Contracts.Identity;
using Orrery.Kernel.Calls;
using Orrery.Services.Iam.Operations.Federation;
using Orrery.Services.Iam.Operations.Sts;
using Orrery.Wire.Generated.Iam;
using Orrery.Wire.Generated.Sts;

namespace Orrery.Tests.Unit.Services.Iam;

/// <summary>
/// OpenID Connect providers and their tokens. Sources: IAM and STS API Reference; RFC 7515, RFC 7519.
/// </summary>
public sealed class WebIdentityTests
{
    private const string Issuer = "https://token.example.org/ci";
    private const string ProviderArn = "arn:aws:iam::123456789012:oidc-provider/token.example.org/ci";

    private static readonly Caller Nobody = new(Registry.Account, "anonymous", "anonymous", "", CallerKind.Anonymous);

    private readonly RSA _rsa = RSA.Create(2048);

    [Fact]
    public void A_provider_is_kept_with_its_audiences_and_thumbprints()
    {
        var iam = Registry.New();
        CreateOpenIDConnectProviderRequest request = new()
        {
            Url = Issuer, ClientIDList = ["sts"], ThumbprintList = [new string('a', 40)],
            Tags = [new() { Key = "a", Value = "b" }],
        };
        Assert.Equal(ProviderArn, iam.Run(new CreateOpenIDConnectProvider(), request).OpenIDConnectProviderArn);
        Assert.Equal("EntityAlreadyExists", iam.Rig.Refused(new CreateOpenIDConnectProvider(), request));
        foreach (var url in (string[])["http://x.org", "x.org", "https://x.org/?a=b", "https://"])
        {
            Assert.Equal("InvalidInput", iam.Rig.Refused(
                new CreateOpenIDConnectProvider(), request with { Url = url }));
        }

        Assert.Equal("InvalidInput", iam.Rig.Refused(
            new CreateOpenIDConnectProvider(), request with { Url = "https://x.org", ThumbprintList = ["x"] }));
        iam.Run(new AddClientIDToOpenIDConnectProvider(), new()
        {
            OpenIDConnectProviderArn = ProviderArn, ClientID = "other",
        });
        iam.Run(new RemoveClientIDFromOpenIDConnectProvider(), new()
        {
            OpenIDConnectProviderArn = ProviderArn, ClientID = "sts",
        });
        iam.Run(new UpdateOpenIDConnectProviderThumbprint(), new()
        {
            OpenIDConnectProviderArn = ProviderArn, ThumbprintList = [new string('b', 40)],
        });
        iam.Run(new TagOpenIDConnectProvider(), new()
        {
            OpenIDConnectProviderArn = ProviderArn, Tags = [new() { Key = "c", Value = "d" }],
        });
        iam.Run(new UntagOpenIDConnectProvider(), new() { OpenIDConnectProviderArn = ProviderArn, TagKeys = ["a"] });
        var found = iam.Run(new GetOpenIDConnectProvider(), new() { OpenIDConnectProviderArn = ProviderArn });
        Assert.Equal("token.example.org/ci", found.Url);
        Assert.Equal(["other"], found.ClientIDList!);
        Assert.Equal([new string('b', 40)], found.ThumbprintList!);
        Assert.Equal("c", Assert.Single(iam.Run(
            new ListOpenIDConnectProviderTags(), new() { OpenIDConnectProviderArn = ProviderArn }).Tags!).Key);
        Assert.Equal(ProviderArn, Assert.Single(iam.Run(
            new ListOpenIDConnectProviders(), new()).OpenIDConnectProviderList!).Arn);
        iam.Run(new DeleteOpenIDConnectProvider(), new() { OpenIDConnectProviderArn = ProviderArn });
        iam.Run(new DeleteOpenIDConnectProvider(), new() { OpenIDConnectProviderArn = ProviderArn });
        Assert.Equal("NoSuchEntity", iam.Rig.Refused(
            new GetOpenIDConnectProvider(),
            new GetOpenIDConnectProviderRequest { OpenIDConnectProviderArn = ProviderArn }));
    }

    [Fact]
    public void A_token_of_a_provider_opens_a_role_that_trusts_it()
    {
        var iam = House();
        var answer = iam.As(Nobody, new AssumeRoleWithWebIdentity(), With(Token()));
        Assert.Equal(("repo:o/r:main", ProviderArn, "sts"), (
            answer.SubjectFromWebIdentityToken, answer.Provider, answer.Audience));
        Assert.Equal("arn:aws:sts::123456789012:assumed-role/ci/run", answer.AssumedRoleUser!.Arn);
        var who = iam.Who(answer.Credentials!.AccessKeyId!)!.Caller;
        Assert.Equal(("core", ProviderArn), (iam.Facts(who)!.Tags["team"], iam.Facts(who)!.FederatedProvider));
    }

    [Fact]
    public void A_token_of_an_elliptic_curve_is_believed_too()
    {
        var iam = House();
        using var ec = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var q = ec.ExportParameters(false).Q;
        Declare(iam, $$"""{"keys":[{"kty":"EC","crv":"P-256","x":"{{Text(q.X!)}}","y":"{{Text(q.Y!)}}"}]}""");
        var signed = $"{Text("""{"alg":"ES256"}"""u8)}.{Text(Encoding.UTF8.GetBytes(Claims()))}";
        var signature = Text(ec.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256));
        iam.As(Nobody, new AssumeRoleWithWebIdentity(), With($"{signed}.{signature}"));
        Assert.Equal("InvalidIdentityToken", iam.Refused(Nobody, new AssumeRoleWithWebIdentity(), With(Token())));
    }

    [Fact]
    public void What_does_not_hold_is_refused_as_AWS_does()
    {
        var iam = House();
        string Refused(AssumeRoleWithWebIdentityRequest request) =>
            iam.Refused(Nobody, new AssumeRoleWithWebIdentity(), request);
        var token = Token();
        Assert.Equal("InvalidIdentityToken", Refused(With("no token")));
        Assert.Equal("InvalidIdentityToken", Refused(With(token[..^8] + "AAAAAAAA")));
        Assert.Equal("InvalidIdentityToken", Refused(With(Token(Claims(issuer: "https://other.example.org")))));
        Assert.Equal("InvalidIdentityToken", Refused(With(Token(Claims(audience: "other")))));
        Assert.Equal("InvalidIdentityToken", Refused(With(Token(alg: "none"))));
        Assert.Equal("InvalidIdentityToken", Refused(With(Token(alg: "HS256"))));
        Assert.Equal("InvalidIdentityToken", Refused(With(Token(kid: "other"))));
        Assert.Equal("AccessDenied", Refused(With(Token(Claims(subject: "repo:evil/r:main")))));
        Assert.Equal("Not authorized to perform sts:AssumeRoleWithWebIdentity", Registry.Message(() => iam.As(
            Nobody, new AssumeRoleWithWebIdentity(), With(token) with
            {
                RoleArn = "arn:aws:iam::123456789012:role/none",
            })));
        Assert.Equal("ValidationError", Refused(With(token) with { ProviderId = "www.amazon.com" }));
        Assert.Equal("ValidationError", Refused(With(token) with { DurationSeconds = 7200 }));
        iam.Rig.Advance(TimeSpan.FromHours(1));
        Assert.Equal("ExpiredTokenException", Refused(With(token)));
        iam.Rig.Do(call =>
        {
            call.Port<IIssuerKeys>().Remove(call, Issuer);
            return true;
        });
        Assert.Equal("InvalidIdentityToken", Refused(With(token)));
    }

    [Theory]
    [InlineData("http://token.example.org", """{"keys":[]}""", "InvalidIssuer")]
    [InlineData("token.example.org", """{"keys":[]}""", "InvalidIssuer")]
    [InlineData("https://token.example.org/?a=b", """{"keys":[]}""", "InvalidIssuer")]
    [InlineData(Issuer, "no JSON", "InvalidKeySet")]
    [InlineData(Issuer, """{"keys":[]}""", "InvalidKeySet")]
    [InlineData(Issuer, """{"keys":["a"]}""", "InvalidKeySet")]
    [InlineData(Issuer, """{"keys":[{"kty":"oct","k":"c2VjcmV0"}]}""", "InvalidKeySet")]
    [InlineData(Issuer, """{"keys":[{"kty":"EC","crv":"P-1","x":"AA","y":"AA"}]}""", "InvalidKeySet")]
    [InlineData(Issuer, """{"keys":[{"kty":"EC","crv":"P-256","x":"AA","y":"AA","d":"AA"}]}""", "InvalidKeySet")]
    [InlineData(Issuer, """{"keys":[{"kty":"RSA","n":"AAAA","e":"AQAB"}]}""", "InvalidKeySet")]
    public void Keys_that_could_verify_nothing_or_are_private_are_not_declared(string issuer, string keys, string code)
    {
        var iam = Registry.New();
        Assert.Equal(code, Rig.Refusal(() => iam.Rig.Do(
            call => call.Port<IIssuerKeys>().Declare(call, issuer, keys))));
        Assert.Empty(iam.Rig.Ask(call => call.Port<IIssuerKeys>().All(call)));
    }

    [Fact]
    public void Declared_issuers_are_listed_until_they_are_removed()
    {
        var iam = House();
        var facts = Assert.Single(iam.Rig.Ask(call => call.Port<IIssuerKeys>().All(call)));
        Assert.Equal((Issuer, "k1", Rig.Start), (facts.Issuer, Assert.Single(facts.Keys), facts.DeclaredAt));
        object? Remove() => iam.Rig.Do(call =>
        {
            call.Port<IIssuerKeys>().Remove(call, Issuer + "/");
            return true;
        });
        Remove();
        Assert.Equal("NoSuchIssuer", Rig.Refusal(Remove));
    }

    private static void Declare(Registry iam, string keys) =>
        iam.Rig.Do(call => call.Port<IIssuerKeys>().Declare(call, Issuer, keys));

    private Registry House()
    {
        var iam = Registry.New();
        var key = _rsa.ExportParameters(false);
        Declare(
            iam,
            $$"""{"keys":[{"kty":"RSA","kid":"k1","n":"{{Text(key.Modulus!)}}","e":"{{Text(key.Exponent!)}}"}]}""");
        iam.Run(new CreateOpenIDConnectProvider(), new() { Url = Issuer, ClientIDList = ["sts"] });
        iam.Role("ci", $$$"""
            {"Statement":{"Effect":"Allow","Principal":{"Federated":"{{{ProviderArn}}}"},
             "Action":["sts:AssumeRoleWithWebIdentity","sts:TagSession"],
             "Condition":{"StringEquals":{"token.example.org/ci:aud":"sts"},
                          "StringLike":{"token.example.org/ci:sub":"repo:o/*"} } } }
            """);
        return iam;
    }

    private static AssumeRoleWithWebIdentityRequest With(string token) => new()
    {
        RoleArn = "arn:aws:iam::123456789012:role/ci", RoleSessionName = "run", WebIdentityToken = token,
    };

    private static string Claims(
        string issuer = Issuer, string audience = "sts", string subject = "repo:o/r:main") => $$$"""
        {"iss":"{{{issuer}}}","aud":"{{{audience}}}","sub":"{{{subject}}}",
         "iat":{{{Rig.Start.ToUnixTimeSeconds()}}},"exp":{{{Rig.Start.ToUnixTimeSeconds() + 600}}},
         "https://aws.amazon.com/tags":{"principal_tags":{"team":["core"]} } }
        """;

    private string Token(string? claims = null, string alg = "RS256", string kid = "k1")
    {
        var header = Encoding.UTF8.GetBytes($$"""{"alg":"{{alg}}","kid":"{{kid}}"}""");
        var signed = $"{Text(header)}.{Text(Encoding.UTF8.GetBytes(claims ?? Claims()))}";
        var signature = _rsa.SignData(
            Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"{signed}.{Text(signature)}";
    }

    private static string Text(ReadOnlySpan<byte> bytes) => Base64Url.EncodeToString(bytes);
}
