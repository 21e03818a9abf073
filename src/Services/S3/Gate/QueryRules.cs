using System.Collections.Frozen;
using Orrery.Wire.Requests;

namespace Orrery.Services.S3.Gate;

/// <summary>
/// Holds the query of a request to its operation, which sees only the parameters of its model. Sources: S3 API
/// Reference, the operations' request parameters; the texts as AWS gave them for UploadPart and GetObjectAcl in public
/// reports, that all operations have them is guessed.
/// </summary>
internal static class QueryRules
{
    private const string VersionId = "versionId";

    // botocore model of s3, the operations with a member VersionId in the query.
    private static readonly FrozenSet<string> OfVersions = FrozenSet.Create(
        "DeleteObject", "DeleteObjectTagging", "GetObject", "GetObjectAcl", "GetObjectAttributes", "GetObjectLegalHold",
        "GetObjectRetention", "GetObjectTagging", "HeadObject", "PutObjectAcl", "PutObjectLegalHold",
        "PutObjectRetention", "PutObjectTagging", "RestoreObject", "UpdateObjectEncryption");

    /// <summary>Refuses parameters that the operation does not take, and one that it cannot do without.</summary>
    /// <exception cref="ServiceException">InvalidArgument, MethodNotAllowed.</exception>
    public static void Check(WireRequest request, OperationModel operation)
    {
        // A POST to a key is for nothing else.
        if (operation.Name == "CompleteMultipartUpload" && !request.Query.Contains("uploadId"))
            throw Errors.MethodNotAllowed();
        if (request.RawQuery.Length == 0 || request.Query.Get(VersionId) is not { } version) return;
        if (!OfVersions.Contains(operation.Name))
            throw Errors.InvalidArgument("This operation does not accept a version-id.", VersionId, version);
        if (version.Length == 0) throw Errors.NoVersionId();
    }
}
