using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Orrery.Testing;
using Orrery.Tests.Acceptance.Clients;

namespace Orrery.Tests.Acceptance.Iam;

/// <summary>What others see who check tokens of an account: by HTTP alone.</summary>
public sealed class OutboundTests
{
    private const string WellKnown = "/.well-known/";

    [Fact]
    public async Task Others_find_the_keys_of_an_issuer_where_its_tokens_say_and_verify_with_them()
    {
        ClientProcess.Need("aws");
        await using var orrery = await OrreryHost.StartAsync();
        var aws = new Aws(orrery);
        var enabled = await aws.RunAsync("iam enable-outbound-web-identity-federation");
        var issuer = new Uri(enabled.GetProperty("IssuerIdentifier").GetString()!);
        Assert.Equal(orrery.Endpoint.Port, issuer.Port);
        var token = (await aws.RunAsync(
            "sts get-web-identity-token --audience api.example.com --signing-algorithm RS256"))
            .GetProperty("WebIdentityToken").GetString()!.Split('.');
        using var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(token[1]));
        Assert.Equal(issuer.OriginalString, claims.RootElement.GetProperty("iss").GetString());
        var page = await GetAsync(orrery, issuer, WellKnown + "openid-configuration");
        Assert.Equal(issuer.OriginalString, page.GetProperty("issuer").GetString());
        var where = new Uri(page.GetProperty("jwks_uri").GetString()!);
        var keys = await GetAsync(orrery, where, where.AbsolutePath);
        var key = keys.GetProperty("keys").EnumerateArray().First(k => k.GetProperty("kty").GetString() == "RSA");
        using var rsa = RSA.Create(new RSAParameters { Modulus = Part(key, "n"), Exponent = Part(key, "e") });
        Assert.True(rsa.VerifyData(
            Encoding.ASCII.GetBytes($"{token[0]}.{token[1]}"), Base64Url.DecodeFromChars(token[2]),
            HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    [Fact]
    public async Task What_no_issuer_has_is_not_found_and_buckets_keep_their_names()
    {
        await using var orrery = await OrreryHost.StartAsync();
        async Task<HttpStatusCode> StatusAsync(string host, string path, HttpMethod? method = null)
        {
            using var request = new HttpRequestMessage(method ?? HttpMethod.Get, path) { Headers = { Host = host } };
            using var response = await orrery.Http.SendAsync(request);
            return response.StatusCode;
        }

        const string Issuer = "0123.tokens.sts.localhost:4566";
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(Issuer, WellKnown + "openid-configuration"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(Issuer, WellKnown + "other"));
        Assert.Equal(
            HttpStatusCode.MethodNotAllowed, await StatusAsync(Issuer, WellKnown + "jwks.json", HttpMethod.Post));
        // A key of a bucket: S3 answers that there is no such bucket.
        using var plain = new HttpRequestMessage(HttpMethod.Get, WellKnown + "x")
        {
            Headers = { Host = "shop.s3.localhost" },
        };
        using var answer = await orrery.Http.SendAsync(plain);
        Assert.Contains("NoSuchBucket", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_management_account_opens_a_locked_bucket_of_a_member()
    {
        ClientProcess.Need("aws");
        await using var orrery = await OrreryHost.StartAsync();
        var aws = new Aws(orrery);
        await aws.RunAsync("organizations create-organization");
        await aws.RunAsync("organizations enable-aws-service-access --service-principal iam.amazonaws.com");
        await aws.RunAsync("iam enable-organizations-root-sessions");
        var made = await aws.RunAsync("organizations create-account --account-name dev --email dev@example.com");
        var request = made.GetProperty("CreateAccountStatus").GetProperty("Id").GetString();
        var member = (await aws.RunAsync(
            $"organizations describe-create-account-status --create-account-request-id {request}"))
            .GetProperty("CreateAccountStatus").GetProperty("AccountId").GetString();
        const string Task = "arn:aws:iam::aws:policy/root-task/S3UnlockBucketPolicy";
        var assume = $"sts assume-root --target-principal {member} --task-policy-arn arn={Task}";
        Assert.Equal("AccessDenied", await aws.RefusedAsync(assume));
        await aws.RunAsync("iam create-user --user-name ann");
        const string Own =
            """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"sts:AssumeRoot","Resource":"*"}}""";
        await aws.RunAsync($"iam put-user-policy --user-name ann --policy-name own --policy-document {Own}");
        var key = (await aws.RunAsync("iam create-access-key --user-name ann")).GetProperty("AccessKey");
        var session = await aws.With(key).RunAsync(assume);
        var root = aws.With(session.GetProperty("Credentials"));
        Assert.Equal(
            $"arn:aws:iam::{member}:root",
            (await root.RunAsync("sts get-caller-identity")).GetProperty("Arn").GetString());
        await root.RunAsync("s3api list-buckets");
        Assert.Equal("AccessDenied", await root.RefusedAsync("iam list-users"));
        await orrery.AdvanceAsync(TimeSpan.FromMinutes(16));
        Assert.Equal("ExpiredToken", await root.RefusedAsync("sts get-caller-identity"));
    }

    private static async Task<JsonElement> GetAsync(OrreryHost orrery, Uri issuer, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Host = issuer.Authority } };
        using var response = await orrery.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return json.RootElement.Clone();
    }

    private static byte[] Part(JsonElement key, string name) =>
        Base64Url.DecodeFromChars(key.GetProperty(name).GetString()!);
}
