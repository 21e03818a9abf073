using Orrery.Services.S3.Records;
using Orrery.Services.S3.Rules.Access;
using Orrery.Services.S3.Rules.Points;
using Orrery.Wire.Requests;

namespace Orrery.Services.S3.Rules;

/// <summary>What a copy is made of.</summary>
/// <param name="Bucket">The bucket.</param>
/// <param name="Key">The key.</param>
/// <param name="VersionId">The version, or null for the newest.</param>
internal readonly record struct CopySource(string Bucket, string Key, string? VersionId)
{
    private const string VersionMark = "?versionId=";

    /// <summary>
    /// Reads x-amz-copy-source: bucket, slash, key, or the ARN of an object through an access point; encoded as forms
    /// are, a plus being a space. Sources: S3 API Reference, CopyObject; what AWS answered in aws/aws-cli issue 614 and
    /// awslabs/aws-sdk-rust issue 1357 (a bare plus), aws/aws-sdk-js issue 1821 (an encoded first slash),
    /// versity/versitygw issues 1389 and 1401, aws/aws-sdk-cpp issue 1647 (the texts).
    /// </summary>
    /// <exception cref="ServiceException">InvalidArgument.</exception>
    public static CopySource Read(string? header)
    {
        var text = (header ?? "").TrimStart('/');
        string? version = null;
        if (text.LastIndexOf(VersionMark, StringComparison.Ordinal) is >= 0 and var mark)
            (text, version) = (text[..mark], text[(mark + VersionMark.Length)..]);
        if (version is "") throw Errors.NoVersionId();
        if (!IsEncoded(text)) throw Invalid("Invalid copy source encoding", header);
        text = Percent.Decode(text, plusIsSpace: true).TrimStart('/');
        if (PointAddress.Read(text) is { Key.Length: > 0 } address) return new(address.Arn, address.Key, version);
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0 || slash == text.Length - 1) throw Invalid("Invalid copy source object key", header);
        if (!BucketNames.CanBe(text.AsSpan(0, slash))) throw Invalid("Invalid copy source bucket name", header);
        return new(text[..slash], text[(slash + 1)..], version);
    }

    /// <summary>The version, for somebody who may read it.</summary>
    /// <param name="call">The call.</param>
    /// <param name="request">The request: who may not list is not told what is not there.</param>
    /// <param name="expectedOwner">The account that the client believes to own the bucket, or null.</param>
    public (Place Place, VersionRecord Version) Find(ReadCall call, object request, string? expectedOwner)
    {
        var place = BucketRules.Get(call, Bucket, expectedOwner);
        var found = Versions.Find(call, place, Key, VersionId);
        if (found is null)
        {
            var missing = VersionId is null ? Errors.NoSuchKey(Key) : Errors.NoSuchVersion(Key, VersionId);
            throw Absence.Of(call, request, place, missing);
        }

        if (found.IsMarker)
        {
            throw VersionId is null
                ? Absence.Of(call, request, place, Errors.Deleted(found))
                : Errors.InvalidRequest(
                    "The source of a copy request may not specifically refer to a delete marker by version id.");
        }

        Classes.CheckRead(place, found, call.Now);
        return (place, found);
    }

    private static bool IsEncoded(string text)
    {
        for (var at = text.IndexOf('%', StringComparison.Ordinal); at >= 0;)
        {
            if (at + 2 >= text.Length || !char.IsAsciiHexDigit(text[at + 1]) || !char.IsAsciiHexDigit(text[at + 2]))
                return false;
            at = text.IndexOf('%', at + 1);
        }

        return Percent.IsText(text);
    }

    private static ServiceException Invalid(string message, string? header) =>
        Errors.InvalidArgument(message, "x-amz-copy-source", header);
}
