using Orrery.Contracts.Identity;

namespace Orrery.Services.S3.Rules.Access;

/// <summary>
/// Who may not list a bucket is not told what is not in it. Source: S3 API Reference, GetObject, HeadObject: 404 with
/// s3:ListBucket, else 403.
/// </summary>
internal static class Absence
{
    /// <summary>The refusal of what is not there, as this caller may know it.</summary>
    public static ServiceException Of(ReadCall call, object request, Place place, ServiceException missing) =>
        call.FindPort<IStoreJudge>()?.Refusal(call, request, new("s3:ListBucket", place.Arn)) is null
            ? missing
            : Errors.AccessDenied();
}
