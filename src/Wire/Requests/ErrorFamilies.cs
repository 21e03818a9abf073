namespace Orrery.Wire.Requests;

/// <summary>Which error names go with a protocol and a service.</summary>
public static class ErrorFamilies
{
    /// <summary>The family of a service in a protocol; S3 is known by its signing name.</summary>
    public static ErrorFamily Of(WireProtocol protocol, ServiceModel? service) => protocol switch
    {
        WireProtocol.Ec2 => ErrorFamily.Ec2,
        WireProtocol.Query => ErrorFamily.Query,
        WireProtocol.RestJson => ErrorFamily.RestJson,
        WireProtocol.RestXml => IsS3(service) ? ErrorFamily.S3 : ErrorFamily.Query,
        _ => ErrorFamily.Json,
    };

    /// <summary>Whether a service signs as S3 does: the path encoded once, the payload hash in a header.</summary>
    public static bool IsS3(ServiceModel? service) => service is null || IsS3(service.SigningName);

    /// <summary>Whether a signing name is one of S3's.</summary>
    public static bool IsS3(string signingName) =>
        signingName is "s3" or "s3-outposts" or "s3-object-lambda" or "s3express";
}
