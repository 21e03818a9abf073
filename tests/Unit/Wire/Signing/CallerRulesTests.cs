using Orrery.Tests.Unit.Wire.Support;
using Orrery.Wire.Requests;
using Orrery.Wire.Signing;

namespace Orrery.Tests.Unit.Wire.Signing;

/// <summary>Who a key stands for, by the rules of the house.</summary>
public sealed class CallerRulesTests
{
    private const string Body = "Action=DescribeVpcs&Version=2016-11-15";
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly RequestGate Lenient = new(TestCatalog.Instance, new GateOptions());
    private static readonly RequestGate Strict = new(TestCatalog.Instance, new GateOptions { Strict = true });

    [Theory]
    [InlineData("111122223333", SignerKind.Root, "111122223333")]
    [InlineData("test", SignerKind.Root, "123456789012")]
    [InlineData("11112222333", SignerKind.Root, "123456789012")]
    [InlineData("AKIAIOSFODNN7EXAMPLE", SignerKind.Known, "")]
    public async Task A_key_stands_for(string keyId, SignerKind kind, string account)
    {
        var secret = keyId == Keys.Example.AccessKeyId ? Keys.Example.SecretAccessKey : "whatever";
        var admission = await Lenient.AdmitAsync(Signed(new(keyId, secret)), new Keys(Keys.Example), Now);
        Assert.Null(admission.Refusal);
        Assert.Equal(new Signer(kind, keyId, account, null), admission.Signer);
    }

    [Theory]
    [InlineData("111122223333", null)]
    [InlineData("test", "AuthFailure")]
    public async Task Strict_refuses_unknown_keys_but_not_accounts(string keyId, string? code)
    {
        var admission = await Strict.AdmitAsync(Signed(new(keyId, "whatever")), new Keys(), Now);
        Assert.Equal(code, admission.Refusal?.Code);
    }

    [Fact]
    public async Task A_known_key_with_another_secret_is_refused()
    {
        var forged = Signed(Keys.Example with { SecretAccessKey = "guess" });
        var admission = await Lenient.AdmitAsync(forged, new Keys(Keys.Example), Now);
        Assert.Equal(("AuthFailure", 401), (admission.Refusal!.Code, admission.Refusal.Status));
        Assert.Equal(WireProtocol.Ec2, admission.Protocol);
    }

    [Theory]
    [InlineData("the-token", CredentialState.Active, null)]
    [InlineData("another", CredentialState.Active, "AuthFailure")]
    [InlineData(null, CredentialState.Active, "AuthFailure")]
    [InlineData("the-token", CredentialState.Inactive, "AuthFailure")]
    [InlineData("the-token", CredentialState.Expired, "RequestExpired")]
    public async Task A_temporary_key_needs_its_token_and_its_time(string? token, CredentialState state, string? code)
    {
        var session = new SigningCredential("ASIAEXAMPLE", "secret", "the-token", state);
        var admission = await Lenient.AdmitAsync(Signed(session with { SessionToken = token }), new Keys(session), Now);
        Assert.Equal(code, admission.Refusal?.Code);
        if (code is null) Assert.Equal("the-token", admission.Signer.SessionToken);
    }

    [Fact]
    public async Task A_lasting_key_goes_with_no_token()
    {
        var signed = Signed(Keys.Example with { SessionToken = "any" });
        var admission = await Lenient.AdmitAsync(signed, new Keys(Keys.Example), Now);
        Assert.Equal("AuthFailure", admission.Refusal?.Code);
        var claim = new SignatureClaim
        {
            AccessKeyId = Keys.Example.AccessKeyId, Date = "20260301", Region = "eu-west-1", Service = "s3",
            Terminator = "aws4_request", SignedHeaders = "host", Signature = "", Timestamp = "20260301T120000Z",
            SignedAt = Now, SessionToken = "any", PayloadHash = "",
        };
        var fault = new SignatureVerifier().Verify(signed, claim, Keys.Example, "", Now)!;
        var refusal = AuthErrors.Of(ErrorFamily.S3, fault);
        Assert.Equal(
            ("InvalidToken", "The provided token is malformed or otherwise invalid."), (refusal.Code, refusal.Message));
        Assert.Equal("InvalidClientTokenId", AuthErrors.Of(ErrorFamily.Query, fault).Code);
        Assert.NotEqual(
            AuthFaultKind.WrongToken,
            new SignatureVerifier().Verify(signed, claim with { SessionToken = "" }, Keys.Example, "", Now)!.Kind);
    }

    [Theory]
    [InlineData(-901, "RequestExpired")]
    [InlineData(-900, null)]
    [InlineData(900, null)]
    [InlineData(901, "RequestExpired")]
    public async Task A_signature_holds_for_fifteen_minutes_to_both_sides(int seconds, string? code)
    {
        var request = Signed(Keys.Example, Now.AddSeconds(seconds));
        Assert.Equal(code, (await Lenient.AdmitAsync(request, new Keys(Keys.Example), Now)).Refusal?.Code);
    }

    [Theory]
    [InlineData("99991231T235959Z", "RequestExpired")]
    [InlineData("00010101T000000Z", "RequestExpired")]
    [InlineData("Sun, 01 Mar 2026 12:00:00 GMT", null)]
    [InlineData("2026-03-01T12:00:00Z", null)]
    [InlineData("20260230T000000Z", "IncompleteSignature")]
    [InlineData("20260301T240000Z", "IncompleteSignature")]
    [InlineData("2026030xT000000Z", "IncompleteSignature")]
    [InlineData("", "IncompleteSignature")]
    public async Task A_date_is_read_in_each_of_its_forms(string date, string? code)
    {
        var request = Form(Body);
        DateTimeOffset at = date.StartsWith("9999", StringComparison.Ordinal) ? new(9999, 12, 31, 23, 59, 59, default)
            : date.StartsWith("0001", StringComparison.Ordinal) ? new(1, 1, 1, 0, 0, 0, default)
            : Now;
        new TestSigner(Keys.Example, "ec2", at).Sign(request, date: date);
        Assert.Equal(code, (await Lenient.AdmitAsync(request, new Keys(Keys.Example), Now)).Refusal?.Code);
    }

    [Theory]
    [InlineData("ec2", "MissingAuthenticationToken", 403)]
    [InlineData("sts", null, 0)]
    [InlineData("s3", null, 0)]
    public async Task Unsigned_requests_pass_where_the_model_or_s3_allows(string service, string? code, int status)
    {
        var request = service switch
        {
            "s3" => WireRequests.Of("GET /bucket/key", ["Host: localhost:4566"]),
            "sts" => Form("Action=AssumeRoleWithWebIdentity&Version=2011-06-15"),
            _ => Form(Body),
        };
        var admission = await Strict.AdmitAsync(request, new Keys(), Now);
        Assert.Equal((code, status), (admission.Refusal?.Code, admission.Refusal?.Status ?? 0));
        Assert.Equal(SignerKind.Anonymous, admission.Signer.Kind);
    }

    [Fact]
    public async Task A_body_changed_after_signing_is_refused()
    {
        var signed = Signed(Keys.Example);
        var changed = new WireRequest
        {
            Method = "POST", RawPath = "/", Headers = signed.Headers,
            Body = new WireBody("Action=DescribeVpcs&Version=2016-11-16"u8.ToArray()),
        };
        Assert.Equal("AuthFailure", (await Lenient.AdmitAsync(changed, new Keys(Keys.Example), Now)).Refusal!.Code);
    }

    private static WireRequest Signed(SigningCredential key, DateTimeOffset? at = null)
    {
        var request = Form(Body);
        new TestSigner(key, "ec2", at ?? Now).Sign(request);
        return request;
    }

    private static WireRequest Form(string body) => WireRequests.Of(
        "POST /", ["Host: localhost:4566", "Content-Type: application/x-www-form-urlencoded"], body);
}
