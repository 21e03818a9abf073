namespace Orrery.Wire.Requests;

/// <summary>Services that share their names and statuses for the errors that come before any operation.</summary>
public enum ErrorFamily
{
    /// <summary>EC2: AuthFailure.</summary>
    Ec2,

    /// <summary>AWS query and XML REST services other than S3: InvalidClientTokenId, SignatureDoesNotMatch.</summary>
    Query,

    /// <summary>AWS JSON and CBOR: UnrecognizedClientException, InvalidSignatureException with status 400.</summary>
    Json,

    /// <summary>REST with JSON: the names of <see cref="Json"/> with status 403.</summary>
    RestJson,

    /// <summary>S3: InvalidAccessKeyId, AccessDenied.</summary>
    S3,
}
