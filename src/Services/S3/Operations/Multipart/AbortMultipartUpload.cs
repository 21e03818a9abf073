using Orrery.Services.S3.Rules;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Multipart;

/// <summary>Gives a multipart upload up and lets go of its parts.</summary>
public sealed class AbortMultipartUpload : IWriteOperation<AbortMultipartUploadRequest, AbortMultipartUploadResult>
{
    /// <inheritdoc/>
    public AbortMultipartUploadResult Run(AbortMultipartUploadRequest request, Call call)
    {
        var place = BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner);
        Headers.RefuseOthers(("x-amz-if-match-initiated-time", request.IfMatchInitiatedTime));
        var upload = Uploads.Get(call, place, Keys.Checked(request.Key), request.UploadId);
        Uploads.End(call, place, upload, new HashSet<int>());
        return new();
    }
}
