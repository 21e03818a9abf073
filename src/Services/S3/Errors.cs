using System.Globalization;
using Orrery.Services.S3.Records;
using Orrery.Wire.Protocols.Errors;

namespace Orrery.Services.S3;

/// <summary>
/// The errors of S3. Source: Amazon S3 API Reference, "Error responses"; texts as AWS gives them.
/// </summary>
internal static class Errors
{
    public static ServiceException InvalidBucketName(string name) =>
        Of("InvalidBucketName", "The specified bucket is not valid.", 400).WithElement("BucketName", name);

    public static ServiceException NoSuchBucket(string name) =>
        Of("NoSuchBucket", "The specified bucket does not exist", 404).WithElement("BucketName", name);

    public static ServiceException BucketExists(string name) => Of(
        "BucketAlreadyExists",
        "The requested bucket name is not available. The bucket namespace is shared by all users of the system. "
        + "Please select a different name and try again.", 409).WithElement("BucketName", name);

    public static ServiceException BucketOwned(string name) => Of(
        "BucketAlreadyOwnedByYou",
        "Your previous request to create the named bucket succeeded and you already own it.", 409)
        .WithElement("BucketName", name);

    public static ServiceException BucketNotEmpty(string name) =>
        Of("BucketNotEmpty", "The bucket you tried to delete is not empty", 409).WithElement("BucketName", name);

    public static ServiceException TooManyBuckets(int limit) => Of(
        "TooManyBuckets",
        $"You have attempted to create more buckets than allowed: the quota is {limit}.", 400);

    public static ServiceException AccessDenied() => Of("AccessDenied", "Access Denied", 403);

    public static ServiceException WrongRegion(string bucket, string region) => Of(
        "PermanentRedirect",
        "The bucket you are attempting to access must be addressed using the specified endpoint. Please send all "
        + "future requests to this endpoint.", 301)
        .WithElement("Endpoint", $"s3.{region}.amazonaws.com").WithElement("Bucket", bucket)
        .WithHeader("x-amz-bucket-region", region);

    public static ServiceException IllegalLocation(string? asked, string region) => Of(
        "IllegalLocationConstraintException",
        $"The {asked ?? "unspecified"} location constraint is incompatible for the region specific endpoint this "
        + $"request was sent to ({region}).", 400);

    public static ServiceException NoSuchKey(string key) =>
        Of("NoSuchKey", "The specified key does not exist.", 404).WithElement("Key", key);

    public static ServiceException Deleted(VersionRecord marker) => NoSuchKey(marker.Key)
        .WithHeader("x-amz-delete-marker", "true").WithHeader("x-amz-version-id", marker.VersionId);

    public static ServiceException NoSuchVersion(string key, string version) => Of(
        "NoSuchVersion", "The specified version does not exist.", 404)
        .WithElement("Key", key).WithElement("VersionId", version);

    public static ServiceException BadVersionId(string version) => InvalidArgument(
        "Invalid version id specified", "versionId", version);

    public static ServiceException NoVersionId() =>
        InvalidArgument("Version id cannot be the empty string", "versionId", "");

    public static ServiceException InvalidBucketOwner(string sent) => Of(
        "InvalidBucketOwnerAWSAccountID",
        $"The value of the expected bucket owner parameter must be an AWS Account ID... [{sent}]", 400);

    public static ServiceException NoSuchUpload(string id) => Of(
        "NoSuchUpload",
        "The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or "
        + "completed.", 404).WithElement("UploadId", id);

    // The elements as AWS gave them in public transcripts of GetObjectAcl and PutObjectAcl.
    public static ServiceException MarkerAsked(VersionRecord marker, string method) => MethodNotAllowed()
        .WithElement("Method", method).WithElement("ResourceType", "DeleteMarker")
        .WithHeader("x-amz-delete-marker", "true").WithHeader("x-amz-version-id", marker.VersionId)
        .WithHeader("Last-Modified", marker.Modified.ToString("R", CultureInfo.InvariantCulture))
        .WithHeader("Allow", "DELETE");

    public static ServiceException Precondition(string condition) => Of(
        "PreconditionFailed", "At least one of the pre-conditions you specified did not hold", 412)
        .WithElement("Condition", condition);

    public static ServiceException NotModified(VersionRecord version) =>
        Of("NotModified", "Not Modified", 304).WithHeader("ETag", version.ETag)
            .WithHeader("Last-Modified", version.Modified.ToString("R", CultureInfo.InvariantCulture));

    public static ServiceException InvalidRange(string range, long size) => Of(
        "InvalidRange", "The requested range is not satisfiable", 416)
        .WithElement("RangeRequested", range)
        .WithElement("ActualObjectSize", size.ToString(CultureInfo.InvariantCulture));

    public static ServiceException InvalidArgument(string message, string? name = null, string? value = null)
    {
        var error = Of("InvalidArgument", message, 400);
        if (name is not null) error.WithElement("ArgumentName", name).WithElement("ArgumentValue", value ?? "");
        return error;
    }

    public static ServiceException InvalidLocation(string asked) => Of(
        "InvalidLocationConstraint", "The specified location-constraint is not valid", 400)
        .WithElement("LocationConstraint", asked);

    public static ServiceException InvalidStorageClass() =>
        Of("InvalidStorageClass", "The storage class you specified is not valid", 400);

    public static ServiceException MalformedAcl() => Of(
        "MalformedACLError",
        "The XML you provided was not well-formed or did not validate against our published schema", 400);

    public static ServiceException AclWithOwnership() => Of(
        "InvalidBucketAclWithObjectOwnership",
        "Bucket cannot have ACLs set with ObjectOwnership's BucketOwnerEnforced setting", 400);

    public static ServiceException NoSecurityHeader() => Of(
        "MissingSecurityHeader", "Your request was missing a required header", 400)
        .WithElement("MissingHeaderName", "x-amz-acl");

    public static ServiceException Unexpected(string message) => Of("UnexpectedContent", message, 400);

    public static ServiceException NoEmail(string email) => Of(
        "UnresolvableGrantByEmailAddress",
        "The e-mail address you provided does not match any account on record.", 400).WithElement("Email", email);

    public static ServiceException MethodNotAllowed() => Of(
        "MethodNotAllowed", "The specified method is not allowed against this resource.", 405);

    public static ServiceException InvalidRequest(string message) => Of("InvalidRequest", message, 400);

    public static ServiceException Malformed() => Of(
        "MalformedXML",
        "The XML you provided was not well-formed or did not validate against our published schema", 400);

    public static ServiceException NotServed(string what) => Of(
        "NotImplemented", $"Orrery does not serve {what} of S3.", 501);

    public static ServiceException Locked() =>
        Of("AccessDenied", "Access Denied because object protected by object lock.", 403);

    public static ServiceException NoLock() => Of(
        "NoSuchObjectLockConfiguration", "The specified object does not have a ObjectLock configuration", 404);

    public static ServiceException InvalidBucketState(string message) => Of("InvalidBucketState", message, 409);

    public static ServiceException NotFound(string code, string message) => Of(code, message, 404);

    public static ServiceException KeyTooLong() => Of("KeyTooLongError", "Your key is too long", 400);

    // AWS answers with no more than the status, as reported in floci-io/floci issue 1320; the code is guessed.
    public static ServiceException KeyLeaves() =>
        Of("BadRequest", "The key leads out of the bucket: it has more of ../ than segments before.", 400);

    public static ServiceException MetadataTooLarge(long size, long most) => Of(
        "MetadataTooLarge", "Your metadata headers exceed the maximum allowed metadata size", 400)
        .WithElement("Size", size.ToString(CultureInfo.InvariantCulture))
        .WithElement("MaxSizeAllowed", most.ToString(CultureInfo.InvariantCulture));

    public static ServiceException TooLarge(long size, long most) => Of(
        "EntityTooLarge", "Your proposed upload exceeds the maximum allowed size", 400)
        .WithElement("ProposedSize", size.ToString(CultureInfo.InvariantCulture))
        .WithElement("MaxSizeAllowed", most.ToString(CultureInfo.InvariantCulture));

    public static ServiceException TooSmall(int part, long size, long least, string etag) => Of(
        "EntityTooSmall", "Your proposed upload is smaller than the minimum allowed size", 400)
        .WithElement("ProposedSize", size.ToString(CultureInfo.InvariantCulture))
        .WithElement("MinSizeAllowed", least.ToString(CultureInfo.InvariantCulture))
        .WithElement("PartNumber", part.ToString(CultureInfo.InvariantCulture)).WithElement("ETag", etag);

    public static ServiceException NoLength() =>
        Of("MissingContentLength", "You must provide the Content-Length HTTP header.", 411);

    public static ServiceException Incomplete() => Of(
        "IncompleteBody", "You did not provide the number of bytes specified by the Content-Length HTTP header", 400);

    public static ServiceException BadDigest(string kind) => Of(
        "BadDigest", $"The {kind} you specified did not match the calculated checksum.", 400);

    public static ServiceException ManySums() => InvalidRequest(
        "Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.");

    public static ServiceException InvalidDigest() =>
        Of("InvalidDigest", "The Content-MD5 you specified was invalid.", 400);

    public static ServiceException NoSum(string what) => InvalidRequest(
        $"Content-MD5 OR x-amz-checksum- HTTP header is required for {what} requests with Object Lock parameters");

    public static ServiceException InvalidRedirect() => Of(
        "InvalidRedirectLocation",
        "The website redirect location must have a prefix of 'http://' or 'https://' or '/'.", 400);

    public static ServiceException InvalidTag(string message) => Of("InvalidTag", message, 400);

    public static ServiceException InvalidPart() => Of(
        "InvalidPart",
        "One or more of the specified parts could not be found. The part may not have been uploaded, or the "
        + "specified entity tag may not match the part's entity tag.", 400);

    public static ServiceException PartOrder() => Of(
        "InvalidPartOrder",
        "The list of parts was not in ascending order. Parts must be ordered by part number.", 400);

    public static ServiceException BadPartNumber(int number) => InvalidArgument(
        "Part number must be an integer between 1 and 10000, inclusive", "partNumber",
        number.ToString(CultureInfo.InvariantCulture));

    private static ServiceException Of(string code, string message, int status) => new(code, message, status);
}
