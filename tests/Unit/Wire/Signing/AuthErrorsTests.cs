using Orrery.Tests.Unit.Wire.Support;
using Orrery.Wire.Requests;
using Orrery.Wire.Signing;

namespace Orrery.Tests.Unit.Wire.Signing;

/// <summary>The same fault in the words of each family.</summary>
public sealed class AuthErrorsTests
{
    [Theory]
    [InlineData(AuthFaultKind.Missing, ErrorFamily.Ec2, "MissingAuthenticationToken", 403)]
    [InlineData(AuthFaultKind.Missing, ErrorFamily.Query, "MissingAuthenticationToken", 403)]
    [InlineData(AuthFaultKind.Missing, ErrorFamily.Json, "MissingAuthenticationTokenException", 400)]
    [InlineData(AuthFaultKind.Missing, ErrorFamily.S3, "AccessDenied", 403)]
    [InlineData(AuthFaultKind.UnknownKey, ErrorFamily.Ec2, "AuthFailure", 401)]
    [InlineData(AuthFaultKind.UnknownKey, ErrorFamily.Query, "InvalidClientTokenId", 403)]
    [InlineData(AuthFaultKind.UnknownKey, ErrorFamily.Json, "UnrecognizedClientException", 400)]
    [InlineData(AuthFaultKind.UnknownKey, ErrorFamily.RestJson, "UnrecognizedClientException", 403)]
    [InlineData(AuthFaultKind.UnknownKey, ErrorFamily.S3, "InvalidAccessKeyId", 403)]
    [InlineData(AuthFaultKind.Mismatch, ErrorFamily.Ec2, "AuthFailure", 401)]
    [InlineData(AuthFaultKind.Mismatch, ErrorFamily.Query, "SignatureDoesNotMatch", 403)]
    [InlineData(AuthFaultKind.Mismatch, ErrorFamily.Json, "InvalidSignatureException", 400)]
    [InlineData(AuthFaultKind.Mismatch, ErrorFamily.RestJson, "InvalidSignatureException", 403)]
    [InlineData(AuthFaultKind.Mismatch, ErrorFamily.S3, "SignatureDoesNotMatch", 403)]
    [InlineData(AuthFaultKind.Skewed, ErrorFamily.Ec2, "RequestExpired", 400)]
    [InlineData(AuthFaultKind.Skewed, ErrorFamily.Query, "SignatureDoesNotMatch", 403)]
    [InlineData(AuthFaultKind.Skewed, ErrorFamily.S3, "RequestTimeTooSkewed", 403)]
    [InlineData(AuthFaultKind.ExpiredToken, ErrorFamily.Ec2, "RequestExpired", 400)]
    [InlineData(AuthFaultKind.ExpiredToken, ErrorFamily.Query, "ExpiredToken", 403)]
    [InlineData(AuthFaultKind.ExpiredToken, ErrorFamily.Json, "ExpiredTokenException", 400)]
    [InlineData(AuthFaultKind.ExpiredToken, ErrorFamily.S3, "ExpiredToken", 400)]
    [InlineData(AuthFaultKind.Incomplete, ErrorFamily.Query, "IncompleteSignature", 400)]
    [InlineData(AuthFaultKind.Incomplete, ErrorFamily.S3, "AuthorizationHeaderMalformed", 400)]
    [InlineData(AuthFaultKind.IncompleteQuery, ErrorFamily.S3, "AuthorizationQueryParametersError", 400)]
    [InlineData(AuthFaultKind.UrlExpired, ErrorFamily.S3, "AccessDenied", 403)]
    [InlineData(AuthFaultKind.UrlNotYetValid, ErrorFamily.S3, "AccessDenied", 403)]
    [InlineData(AuthFaultKind.PayloadMismatch, ErrorFamily.S3, "XAmzContentSHA256Mismatch", 400)]
    public void A_fault_is_said_as(AuthFaultKind kind, ErrorFamily family, string code, int status)
    {
        var refusal = AuthErrors.Of(family, new(kind, "detail"));
        Assert.Equal((code, status), (refusal.Code, refusal.Status));
        Assert.NotEmpty(refusal.Message);
    }

    [Theory]
    [InlineData("AWS AKIAIOSFODNN7EXAMPLE:frJIUN8DYpKDtOLCwo//yllqDzg=", "Signature Version 2")]
    [InlineData("AWS4-ECDSA-P256-SHA256 Credential=a/20260301/s3/aws4_request, SignedHeaders=host, Signature=0", "4A")]
    [InlineData("AWS4-HMAC-SHA256 Credential=a/20260301/eu-west-1/iam/aws4_request", "requires 'Signature' parameter")]
    [InlineData("AWS4-HMAC-SHA256 Credential=a/b, SignedHeaders=host, Signature=0", "exactly 5 slash-delimited")]
    [InlineData("Bearer token", "requires 'Credential' parameter")]
    [InlineData("", "requires 'Credential' parameter")]
    public async Task Other_signatures_are_refused_by_name(string authorization, string part)
    {
        var request = WireRequests.Of("GET /?Action=ListUsers&Version=2010-05-08",
            ["Host: localhost", "X-Amz-Date: 20260301T120000Z", $"Authorization: {authorization}"]);
        var gate = new RequestGate(TestCatalog.Instance, new GateOptions());
        var admission = await gate.AdmitAsync(request, new Keys(), DateTimeOffset.UnixEpoch);
        Assert.Equal("IncompleteSignature", admission.Refusal!.Code);
        Assert.Contains(part, admission.Refusal.Message, StringComparison.Ordinal);
        Assert.Equal(WireProtocol.Query, admission.Protocol);
    }

    [Fact]
    public async Task A_v2_query_signature_is_refused_by_name()
    {
        var request = WireRequests.Of(
            "GET /?Action=ListUsers&Version=2010-05-08&AWSAccessKeyId=AKIA&Signature=x", ["Host: a"]);
        var gate = new RequestGate(TestCatalog.Instance, new GateOptions());
        var admission = await gate.AdmitAsync(request, new Keys(), DateTimeOffset.UnixEpoch);
        Assert.Contains("Signature Version 2", admission.Refusal!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("20260302", "aws4_request", "Date in Credential scope does not match")]
    [InlineData("20260301", "aws3_request", "valid terminator: 'aws4_request', not 'aws3_request'")]
    public void A_scope_that_is_off_is_named(string date, string terminator, string part)
    {
        var request = WireRequests.Of("GET /", ["Host: a", "X-Amz-Date: 20260301T120000Z",
            $"Authorization: AWS4-HMAC-SHA256 Credential=k/{date}/r/iam/{terminator}, "
            + "SignedHeaders=host, Signature=0"]);
        var (claim, _) = ClaimReader.Read(request);
        var fault = new SignatureVerifier().Verify(
            request, claim!, new("k", "s"), Signatures.EmptyHash, new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        Assert.Equal(AuthFaultKind.WrongScope, fault!.Kind);
        Assert.Contains(part, fault.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("604801", "less than a week")]
    [InlineData("-1", "non-negative")]
    [InlineData("soon", "should be a number")]
    public void A_presigned_lifetime_is_bounded(string expires, string part)
    {
        var (_, fault) = ClaimReader.Read(WireRequests.Of(
            "GET /a/b?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=k%2F20260301%2Fr%2Fs3%2Faws4_request"
            + $"&X-Amz-Date=20260301T120000Z&X-Amz-SignedHeaders=host&X-Amz-Signature=0&X-Amz-Expires={expires}", []));
        Assert.Equal(AuthFaultKind.IncompleteQuery, fault!.Kind);
        Assert.Contains(part, fault.Detail, StringComparison.Ordinal);
    }
}
