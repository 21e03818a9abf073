using Orrery.Core;
using Orrery.Wire.Requests;

namespace Orrery.Wire.Signing;

/// <summary>
/// Says what is wrong with a signature as the services of a family say it. Sources: "Common Errors" of the EC2, IAM and
/// SQS API references, S3 API reference "Error responses", IAM user guide "Troubleshoot signed requests"; statuses of
/// AWS JSON services as DynamoDB and KMS document them (400), of REST JSON as Lambda and API Gateway answer (403).
/// </summary>
public static class AuthErrors
{
    private const string Invalid = "The security token included in the request is invalid.";
    private const string Expired = "The security token included in the request is expired";
    private const string NotValidated = "AWS was not able to validate the provided access credentials";
    private const string Missing = "Request is missing Authentication Token";

    private const string Mismatch =
        "The request signature we calculated does not match the signature you provided. "
        + "Check your AWS Secret Access Key and signing method. Consult the service documentation for details.";

    private const string S3Mismatch =
        "The request signature we calculated does not match the signature you provided. "
        + "Check your key and signing method.";

    /// <summary>The refusal.</summary>
    public static ServiceException Of(ErrorFamily family, AuthFault fault) => family switch
    {
        ErrorFamily.Ec2 => Ec2(fault),
        ErrorFamily.S3 => S3(fault),
        ErrorFamily.Query => Query(fault),
        ErrorFamily.Json => Json(fault, 400),
        _ => Json(fault, 403),
    };

    private static ServiceException Ec2(AuthFault fault) => fault.Kind switch
    {
        AuthFaultKind.Missing => new("MissingAuthenticationToken", Missing, 403),
        AuthFaultKind.Incomplete or AuthFaultKind.IncompleteQuery or AuthFaultKind.Unsupported =>
            new("IncompleteSignature", fault.Detail),
        AuthFaultKind.ExpiredToken or AuthFaultKind.Skewed
            or AuthFaultKind.UrlExpired or AuthFaultKind.UrlNotYetValid =>
            new("RequestExpired", "Request has expired."),
        _ => new("AuthFailure", NotValidated, 401),
    };

    private static ServiceException Query(AuthFault fault) => fault.Kind switch
    {
        AuthFaultKind.Missing => new("MissingAuthenticationToken", Missing, 403),
        AuthFaultKind.Incomplete or AuthFaultKind.IncompleteQuery or AuthFaultKind.Unsupported =>
            new("IncompleteSignature", fault.Detail),
        AuthFaultKind.UnknownKey or AuthFaultKind.WrongToken => new("InvalidClientTokenId", Invalid, 403),
        AuthFaultKind.ExpiredToken => new("ExpiredToken", Expired, 403),
        _ => new("SignatureDoesNotMatch", fault.Detail is "" ? Mismatch : fault.Detail, 403),
    };

    private static ServiceException Json(AuthFault fault, int status) => fault.Kind switch
    {
        AuthFaultKind.Missing => new("MissingAuthenticationTokenException", Missing, status),
        AuthFaultKind.Incomplete or AuthFaultKind.IncompleteQuery or AuthFaultKind.Unsupported =>
            new("IncompleteSignatureException", fault.Detail, status),
        AuthFaultKind.UnknownKey or AuthFaultKind.WrongToken => new("UnrecognizedClientException", Invalid, status),
        AuthFaultKind.ExpiredToken => new("ExpiredTokenException", Expired, status),
        _ => new("InvalidSignatureException", fault.Detail is "" ? Mismatch : fault.Detail, status),
    };

    private static ServiceException S3(AuthFault fault) => fault.Kind switch
    {
        AuthFaultKind.Missing => new("AccessDenied", "Access Denied", 403),
        AuthFaultKind.Incomplete or AuthFaultKind.WrongScope =>
            new("AuthorizationHeaderMalformed", $"The authorization header is malformed; {fault.Detail}"),
        AuthFaultKind.IncompleteQuery => new("AuthorizationQueryParametersError", fault.Detail),
        AuthFaultKind.Unsupported or AuthFaultKind.NoPayloadHash => new("InvalidRequest", fault.Detail),
        AuthFaultKind.UnknownKey =>
            new("InvalidAccessKeyId", "The AWS Access Key Id you provided does not exist in our records.", 403),
        AuthFaultKind.WrongToken => new("InvalidToken", "The provided token is malformed or otherwise invalid."),
        AuthFaultKind.ExpiredToken => new("ExpiredToken", "The provided token has expired."),
        AuthFaultKind.Skewed => new("RequestTimeTooSkewed",
            "The difference between the request time and the current time is too large.", 403),
        AuthFaultKind.UrlExpired => new("AccessDenied", "Request has expired", 403),
        AuthFaultKind.UrlNotYetValid => new("AccessDenied", "Request is not valid yet", 403),
        AuthFaultKind.UnsignedHeader =>
            new("AccessDenied", "There were headers present in the request which were not signed", 403),
        AuthFaultKind.PayloadMismatch => new("XAmzContentSHA256Mismatch",
            "The provided 'x-amz-content-sha256' header does not match what was computed."),
        _ => new("SignatureDoesNotMatch", S3Mismatch, 403),
    };
}
