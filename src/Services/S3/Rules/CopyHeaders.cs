using Orrery.Services.S3.Records;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Rules;

/// <summary>What a copy says of itself: what its source did, or what the request says.</summary>
internal static class CopyHeaders
{
    /// <summary>The headers of a copy. A redirect is never copied.</summary>
    public static HeaderRecord Of(CopyObjectRequest request, VersionRecord source)
    {
        if (request.MetadataDirective is not MetadataDirective.Replace)
            return source.Headers with { Redirect = Headers.Redirect(request.WebsiteRedirectLocation) };
        return new()
        {
            ContentType = request.ContentType,
            ContentEncoding = request.ContentEncoding,
            ContentDisposition = request.ContentDisposition,
            ContentLanguage = request.ContentLanguage,
            CacheControl = request.CacheControl,
            Expires = request.Expires,
            Redirect = Headers.Redirect(request.WebsiteRedirectLocation),
            Metadata = Headers.Metadata(request.Metadata),
        };
    }

    /// <summary>Refuses a copy onto itself that would change nothing.</summary>
    public static void Check(CopyObjectRequest request, CopySource from, Place place, string key)
    {
        if (from.Bucket != place.Name || from.Key != key || from.VersionId is not null) return;
        if (request.MetadataDirective is MetadataDirective.Replace || request.StorageClass is not null
            || request.WebsiteRedirectLocation is not null || request.ServerSideEncryption is not null
            || request.SSECustomerAlgorithm is not null
            || request.ChecksumAlgorithm is not null) return;
        throw Errors.InvalidRequest(
            "This copy request is illegal because it is trying to copy an object to itself without changing the "
            + "object's metadata, storage class, website redirect location or encryption attributes.");
    }
}
