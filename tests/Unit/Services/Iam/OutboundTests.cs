using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Orrery.Contracts.Identity;
using Orrery.Kernel.Calls;
using Orrery.Services.Iam.Operations.Federation;
using Orrery.Services.Iam.Operations.Outbound;
using Orrery.Services.Iam.Operations.Sts;
using Orrery.Services.Iam.Operations.Users;
using Orrery.Wire.Generated.Iam;
using Orrery.Wire.Generated.Sts;
using StsTag = Orrery.Wire.Generated.Sts.Tag;

namespace Orrery.Tests.Unit.Services.Iam;

/// <summary>
/// Tokens that tell others who a principal is. Sources: IAM User Guide, "Understanding token claims", "Getting started
/// with outbound identity federation"; RFC 7515, RFC 7518.
/// </summary>
public sealed class OutboundTests
{
    private const string Namespace = "https://sts.amazonaws.com/";

    [Fact]
    public void An_account_issues_tokens_while_it_is_enabled()
    {
        var iam = Registry.New();
        Assert.Equal("OutboundWebIdentityFederationDisabledException", iam.Rig.Refused(
            new GetWebIdentityToken(), Wish()));
        Assert.Equal("FeatureDisabled", Disable(iam));
        var url = Enable(iam);
        Assert.Matches("^http://[0-9a-f-]{36}\\.tokens\\.sts\\.localhost:4566$", url);
        Assert.Equal("FeatureEnabled", iam.Rig.Refused(
            new EnableOutboundWebIdentityFederation(), new EnableOutboundWebIdentityFederationRequest()));
        var info = iam.Run(new GetOutboundWebIdentityFederationInfo(), new());
        Assert.Equal((url, true), (info.IssuerIdentifier, info.JwtVendingEnabled));
        var token = iam.Run(new GetWebIdentityToken(), Wish()).WebIdentityToken!;
        iam.Run(new DisableOutboundWebIdentityFederation(), new());
        Assert.Equal("FeatureDisabled", Disable(iam));
        Assert.Equal("FeatureDisabled", iam.Rig.Refused(
            new GetOutboundWebIdentityFederationInfo(), new GetOutboundWebIdentityFederationInfoRequest()));
        Assert.Equal("OutboundWebIdentityFederationDisabledException", iam.Rig.Refused(
            new GetWebIdentityToken(), Wish()));
        Assert.True(Verifies(iam, url, token));
        Assert.Equal(url, Enable(iam));
    }

    [Theory]
    [InlineData("RS256", "RSA_0")]
    [InlineData("ES384", "EC384_0")]
    public void A_token_is_verified_by_the_keys_that_its_issuer_publishes(string algorithm, string key)
    {
        var iam = Registry.New();
        var url = Enable(iam);
        var token = iam.Run(new GetWebIdentityToken(), Wish(algorithm)).WebIdentityToken!;
        Assert.Equal((algorithm, key), (Header(token).GetProperty("alg").GetString(),
            Header(token).GetProperty("kid").GetString()));
        Assert.True(Verifies(iam, url, token));
        Assert.False(Verifies(iam, url, Changed(token)));
        using var page = JsonDocument.Parse(Published(iam, url, port => port.Configuration)!);
        Assert.Equal((url, url + "/.well-known/jwks.json"), (
            page.RootElement.GetProperty("issuer").GetString(), page.RootElement.GetProperty("jwks_uri").GetString()));
        var other = iam.Rig.In("eu-west-1", "210987654321").Run(
            new EnableOutboundWebIdentityFederation(), new()).IssuerIdentifier!;
        Assert.NotEqual(url, other);
        Assert.False(Verifies(iam, other, token));
        Assert.DoesNotContain("\"d\"", Published(iam, url, port => port.KeySet), StringComparison.Ordinal);
    }

    [Fact]
    public void Claims_tell_who_asked_for_whom_and_with_what_tags()
    {
        var iam = Registry.New();
        var url = Enable(iam);
        iam.User();
        iam.Run(new TagUser(), new() { UserName = "ann", Tags = [new() { Key = "team", Value = "core" }] });
        var answer = iam.As(iam.Key(), new GetWebIdentityToken(), Wish() with
        {
            Tags = [new() { Key = "job", Value = "7" }], DurationSeconds = 900,
        });
        Assert.Equal(Rig.Start + TimeSpan.FromMinutes(15), answer.Expiration);
        var claims = Claims(answer.WebIdentityToken!);
        Assert.Equal((url, "https://api.example.com", "arn:aws:iam::123456789012:user/ann"), (
            Text(claims, "iss"), Text(claims, "aud"), Text(claims, "sub")));
        Assert.Equal(Rig.Start.ToUnixTimeSeconds(), claims.GetProperty("iat").GetInt64());
        Assert.Equal(Rig.Start.ToUnixTimeSeconds() + 900, claims.GetProperty("exp").GetInt64());
        var own = claims.GetProperty(Namespace);
        Assert.Equal(("123456789012", "eu-west-1", "core", "7"), (
            Text(own, "aws_account"), Text(own, "source_region"), Text(own.GetProperty("principal_tags"), "team"),
            Text(own.GetProperty("request_tags"), "job")));
        Assert.False(own.TryGetProperty("org_id", out _));
        var two = Claims(iam.Run(new GetWebIdentityToken(), Wish() with { Audience = ["a", "b"] }).WebIdentityToken!);
        Assert.Equal(["a", "b"], two.GetProperty("aud").EnumerateArray().Select(a => a.GetString()!));
    }

    [Fact]
    public void A_token_does_not_outlive_the_session_that_asks_for_it()
    {
        var iam = Registry.New();
        Enable(iam);
        iam.User();
        iam.Role();
        var session = iam.As(iam.Key(), new AssumeRole(), new()
        {
            RoleArn = "arn:aws:iam::123456789012:role/role", RoleSessionName = "me", SourceIdentity = "ann",
        });
        var me = iam.Who(session.Credentials!.AccessKeyId!)!.Caller;
        var own = Claims(iam.As(me, new GetWebIdentityToken(), Wish()).WebIdentityToken!);
        Assert.Equal("arn:aws:iam::123456789012:role/role", Text(own, "sub"));
        Assert.Equal(("2026-01-01T01:00:00Z", "ann"), (
            Text(own.GetProperty(Namespace), "original_session_exp"),
            Text(own.GetProperty(Namespace), "source_identity")));
        iam.Rig.Advance(TimeSpan.FromMinutes(56));
        Assert.Equal("SessionDurationEscalationException", Rig.Refusal(
            () => iam.As(me, new GetWebIdentityToken(), Wish())));
        iam.As(me, new GetWebIdentityToken(), Wish() with { DurationSeconds = 240 });
    }

    [Fact]
    public void What_no_token_can_hold_is_refused()
    {
        var iam = Registry.New();
        Enable(iam);
        string Refused(GetWebIdentityTokenRequest wish) => iam.Rig.Refused(new GetWebIdentityToken(), wish);
        Assert.Equal("ValidationError", Refused(Wish("RS512")));
        Assert.Equal("ValidationError", Refused(Wish() with
        {
            Tags = [new() { Key = "a", Value = "1" }, new() { Key = "A", Value = "2" }],
        }));
        Assert.Equal("JWTPayloadSizeExceededException", Refused(Wish() with
        {
            Tags = [.. Enumerable.Range(0, 50).Select(i => new StsTag
            {
                Key = $"{i}{new string('k', 120)}", Value = new('v', 256),
            })],
        }));
    }

    // IAM User Guide, "Getting started with outbound identity federation", note: AWS does not take them itself.
    [Fact]
    public void AWS_does_not_take_its_own_tokens_for_roles()
    {
        var iam = Registry.New();
        var url = Enable(iam);
        var secure = url.Replace("http:", "https:", StringComparison.Ordinal);
        iam.Rig.Do(call => call.Port<IIssuerKeys>().Declare(
            call, secure, Published(iam, url, port => port.KeySet)!));
        var provider = iam.Run(new CreateOpenIDConnectProvider(), new()
        {
            Url = secure, ClientIDList = ["https://api.example.com"],
        }).OpenIDConnectProviderArn;
        iam.Role("ci", $$$"""
            {"Statement":{"Effect":"Allow","Principal":{"Federated":"{{{provider}}}"},
             "Action":"sts:AssumeRoleWithWebIdentity"} }
            """);
        var token = iam.Run(new GetWebIdentityToken(), Wish()).WebIdentityToken;
        Caller nobody = new(Registry.Account, "anonymous", "anonymous", "", CallerKind.Anonymous);
        Assert.Equal("InvalidIdentityToken", iam.Refused(
            nobody, new AssumeRoleWithWebIdentity(), new AssumeRoleWithWebIdentityRequest
            {
                RoleArn = "arn:aws:iam::123456789012:role/ci", RoleSessionName = "run", WebIdentityToken = token,
            }));
    }

    private static string Enable(Registry iam) =>
        iam.Run(new EnableOutboundWebIdentityFederation(), new()).IssuerIdentifier!;

    private static string Disable(Registry iam) => iam.Rig.Refused(
        new DisableOutboundWebIdentityFederation(), new DisableOutboundWebIdentityFederationRequest());

    private static GetWebIdentityTokenRequest Wish(string algorithm = "ES384") => new()
    {
        Audience = ["https://api.example.com"], SigningAlgorithm = algorithm,
    };

    private static string? Published(
        Registry iam, string url, Func<ITokenIssuers, Func<ReadCall, string, string?>> page) =>
        iam.Rig.Ask(call => page(call.Port<ITokenIssuers>())(call, new Uri(url).Host.Split('.')[0]));

    // As any reader of RFC 7515 does it, by the key that the token names.
    private static bool Verifies(Registry iam, string url, string token)
    {
        using var keys = JsonDocument.Parse(Published(iam, url, port => port.KeySet)!);
        var id = Text(Header(token), "kid");
        var key = keys.RootElement.GetProperty("keys").EnumerateArray().Single(k => Text(k, "kid") == id);
        var parts = token.Split('.');
        var (signed, signature) = (Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Bytes(parts[2]));
        if (Text(key, "kty") == "RSA")
        {
            using var rsa = RSA.Create(new RSAParameters { Modulus = Part(key, "n"), Exponent = Part(key, "e") });
            return rsa.VerifyData(signed, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }

        using var curve = ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP384, Q = new() { X = Part(key, "x"), Y = Part(key, "y") },
        });
        return curve.VerifyData(signed, signature, HashAlgorithmName.SHA384);
    }

    private static string Changed(string token)
    {
        var parts = token.Split('.');
        var claims = Encoding.UTF8.GetString(Bytes(parts[1])).Replace("123456789012", "210987654321");
        return $"{parts[0]}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims))}.{parts[2]}";
    }

    private static JsonElement Header(string token) => Read(token, 0);

    private static JsonElement Claims(string token) => Read(token, 1);

    private static JsonElement Read(string token, int part)
    {
        using var json = JsonDocument.Parse(Bytes(token.Split('.')[part]));
        return json.RootElement.Clone();
    }

    private static byte[] Part(JsonElement key, string name) => Bytes(Text(key, name)!);

    private static byte[] Bytes(string text) => Base64Url.DecodeFromChars(text);

    private static string? Text(JsonElement holder, string name) => holder.GetProperty(name).GetString();
}
