using Orrery.Core;

namespace Orrery.Wire.Requests;

/// <summary>How much of a request is taken in before it is refused. Marked `documented` or `guessed`.</summary>
public static class RequestLimits
{
    /// <summary>The most header lines; guessed.</summary>
    public const int HeaderCount = 128;

    /// <summary>
    /// The most characters of path, query and headers together; guessed. S3 documents 8 KB for the headers of a PUT and
    /// 2 KB of user metadata within; session tokens alone may take 4 KB.
    /// </summary>
    public const int HeaderSize = 48 * 1024;

    private const long Mebibyte = 1024 * 1024;

    /// <summary>The most bytes of a body that is read into memory, before and after decompression.</summary>
    public static long BodyOf(WireProtocol protocol) => protocol switch
    {
        // Guessed: EC2's largest documented member, user data, is 16 KB.
        WireProtocol.Ec2 => Mebibyte,

        // Documented: SNS PublishBatch takes 256 KB, CloudWatch PutMetricData 1 MB; escapes triple it.
        WireProtocol.Query => 4 * Mebibyte,

        // Documented: Lambda CreateFunction takes 50 MB of zip, in base64.
        WireProtocol.RestJson => 70 * Mebibyte,

        // Guessed: DeleteObjects with 1,000 keys of 1,024 bytes and versions.
        WireProtocol.RestXml => 8 * Mebibyte,

        // Documented: DynamoDB BatchWriteItem takes 16 MB, Kinesis PutRecords 10 MB; base64 and names on top.
        _ => 24 * Mebibyte,
    };

    /// <summary>Refuses a head that is too large.</summary>
    public static ServiceException? Check(WireRequest request, ErrorFamily family)
    {
        long size = request.RawPath.Length + request.RawQuery.Length;
        foreach (var header in request.Headers.AsSpan()) size += header.Name.Length + header.Value.Length;
        return size <= HeaderSize && request.Headers.Count <= HeaderCount ? null : HeadTooLarge(family);
    }

    /// <summary>The refusal of a body that is too large, in the words of a family.</summary>
    public static ServiceException BodyTooLarge(ErrorFamily family) => family switch
    {
        // S3 API reference, "Error responses".
        ErrorFamily.S3 => new("MaxMessageLengthExceeded", "Your request was too large."),
        ErrorFamily.Ec2 or ErrorFamily.Query => new("RequestEntityTooLarge", "The request body is too large.", 413),

        // "Common errors" of the newer API references.
        _ => new("RequestEntityTooLargeException", "The request body is too large.", 413),
    };

    private static ServiceException HeadTooLarge(ErrorFamily family) => family switch
    {
        // S3 API reference, "Error responses".
        ErrorFamily.S3 => new("RequestHeaderSectionTooLarge",
            "Your request header and query parameters used to make the request exceed the maximum allowed size."),
        ErrorFamily.Ec2 or ErrorFamily.Query =>
            new("RequestHeaderSectionTooLarge", "The request header is too large.", 431),
        _ => new("MalformedHttpRequestException", "The request header is too large.", 431),
    };
}
