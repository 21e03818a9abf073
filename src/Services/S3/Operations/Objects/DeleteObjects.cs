using Orrery.Contracts.Identity;
using Orrery.Services.S3.Records;
using Orrery.Services.S3.Rules;
using Orrery.Services.S3.Rules.Logging;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Objects;

/// <summary>Deletes up to 1,000 objects or versions. Source: Amazon S3 API Reference, DeleteObjects.</summary>
public sealed class DeleteObjects : IWriteOperation<DeleteObjectsRequest, DeleteObjectsResult>
{
    private const int Most = 1000;
    private const int Gone = 204;

    /// <inheritdoc/>
    public DeleteObjectsResult Run(DeleteObjectsRequest request, Call call)
    {
        var place = BucketRules.Get(call, request.Bucket, request.ExpectedBucketOwner);
        Headers.RefuseOthers(("MFA delete", request.MFA));
        if (request.Delete?.Objects is not { Count: > 0 and <= Most } objects) throw Errors.Malformed();
        var deleted = new List<DeletedObject>();
        var errors = new List<Error>();
        var batch = new List<BatchEntry>();
        var isLogged = LogFiles.IsLogged(place.Bucket);
        foreach (var one in objects)
        {
            var size = isLogged ? SizeOf(call, place, one) : null;
            try
            {
                deleted.Add(Delete(request, call, place, one));
                batch.Add(new(one.Key!, one.VersionId, size, Gone, null));
            }
            catch (ServiceException refusal)
            {
                errors.Add(new()
                {
                    Key = one.Key, VersionId = one.VersionId, Code = refusal.Code, Message = refusal.Message,
                });
                batch.Add(new(one.Key ?? "", one.VersionId, size, refusal.Status, refusal.Code));
            }
        }

        if (isLogged) LogBatches.Keep(call, place, batch);
        return new() { Deleted = request.Delete.Quiet is true ? null : deleted, Errors = errors };
    }

    private static long? SizeOf(ReadCall call, Place place, ObjectIdentifier one)
    {
        try
        {
            return Versions.Find(call, place, one.Key ?? "", one.VersionId) is { IsMarker: false } found
                ? found.Size
                : null;
        }
        catch (ServiceException)
        {
            // The deletion refuses an id that is none.
            return null;
        }
    }

    private static DeletedObject Delete(DeleteObjectsRequest request, Call call, Place place, ObjectIdentifier one)
    {
        var action = one.VersionId is null ? "s3:DeleteObject" : "s3:DeleteObjectVersion";
        var question = new StoreQuestion(action, $"arn:aws:s3:::{place.Name}/{one.Key}", one.VersionId);
        if (call.FindPort<IStoreJudge>()?.Refusal(call, request, question) is { } refusal) throw refusal;
        Headers.RefuseOthers(("LastModifiedTime of DeleteObjects", one.LastModifiedTime),
            ("Size of DeleteObjects", one.Size));
        var outcome = Deleting.Run(call, place, Keys.Checked(one.Key), one.VersionId, new(
            request, one.ETag, request.BypassGovernanceRetention is true));
        return new()
        {
            Key = one.Key,
            VersionId = outcome.VersionId,
            DeleteMarker = outcome.Marker is null ? null : true,
            DeleteMarkerVersionId = outcome.Marker?.VersionId,
        };
    }
}
