using Orrery.Contracts;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Snapshots;
using Orrery.Services.Ec2.Rules.Volumes;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Images;

/// <summary>
/// Who may launch an image besides its owner. Sources: EC2 API Reference, ModifyImageAttribute; EC2 User Guide, "Make
/// your AMI publicly available" and "Share an AMI with specific AWS accounts"; the message about keys as public logs of
/// clients show it, the others guessed.
/// </summary>
internal static class ImageSharing
{
    /// <summary>The image with its permissions changed.</summary>
    /// <exception cref="ServiceException">
    /// InvalidUserID.Malformed; InvalidParameter: encrypted so that nobody else could read it; IncorrectState.
    /// </exception>
    public static ImageRecord Changed(ReadCall call, ImageRecord image, ModifyImageAttributeRequest request)
    {
        Errors.RefuseUnserved(
            "organizations (OrganizationArn, OrganizationalUnitArn)",
            request.OrganizationArns is { Count: > 0 } || request.OrganizationalUnitArns is { Count: > 0 });
        var (add, remove) = Changes(request);
        if (add.Count + remove.Count == 0)
        {
            throw Errors.Missing("LaunchPermission");
        }

        if (add.Count > 0)
        {
            Check(call, image, add.Contains(VolumeTables.Everybody));
        }

        var isPublic = (image.IsPublic || add.Contains(VolumeTables.Everybody))
            && !remove.Contains(VolumeTables.Everybody);
        return image with
        {
            Users = SnapshotSharing.Users(image.Users, add, remove),
            IsPublic = isPublic,
            DeprecateAt = isPublic ? Earlier(image) : image.DeprecateAt,
        };
    }

    // A public image is deprecated two years after its creation, if not before.
    private static DateTimeOffset Earlier(ImageRecord image) =>
        image.DeprecateAt is { } date && date < ImageDates.LimitOfPublic(image) ? date
            : ImageDates.LimitOfPublic(image);

    private static (IReadOnlyList<string> Add, IReadOnlyList<string> Remove) Changes(
        ModifyImageAttributeRequest request)
    {
        if (request.LaunchPermission is { } change)
        {
            return (Named(change.Add), Named(change.Remove));
        }

        IReadOnlyList<string> named =
        [
            .. (request.UserIds ?? []).Select(SnapshotSharing.Account),
            .. (request.UserGroups ?? []).Select(SnapshotSharing.Group),
        ];
        return request.OperationType switch
        {
            OperationType.Add => (named, []),
            OperationType.Remove => ([], named),
            _ => throw Errors.Missing("OperationType"),
        };
    }

    private static IReadOnlyList<string> Named(IReadOnlyList<LaunchPermission>? permissions) =>
        [.. (permissions ?? []).Select(Named)];

    private static string Named(LaunchPermission permission)
    {
        Errors.RefuseUnserved(
            "organizations (OrganizationArn, OrganizationalUnitArn)",
            permission.OrganizationArn is not null || permission.OrganizationalUnitArn is not null);
        return permission.Group is not null
            ? VolumeTables.Everybody
            : SnapshotSharing.Account(permission.UserId ?? throw Errors.Missing("UserId"));
    }

    private static void Check(ReadCall call, ImageRecord image, bool withEverybody)
    {
        // A disabled image cannot be shared (EC2 API Reference, DisableImage).
        if (image.State == ImageState.Disabled)
        {
            throw Errors.IncorrectState($"The image '{image.Id}' is disabled and cannot be shared.");
        }

        foreach (var key in KeysOf(call, image))
        {
            if (EbsKeys.IsAws(key))
            {
                throw new ServiceException(
                    "InvalidParameter",
                    "Snapshots encrypted with the AWS Managed CMK can't be shared. Specify another snapshot.");
            }

            if (withEverybody)
            {
                throw new ServiceException("InvalidParameter", "An image with encrypted snapshots cannot be public.");
            }
        }

        if (withEverybody && !image.IsPublic)
        {
            var used = call.Read(VolumeTables.Images).All().Count(i => i.IsPublic);
            call.Hold(ImageQuotas.PublicImages, used, limit => new(
                "ResourceLimitExceeded", $"The maximum number of public AMIs ({limit}) has been reached."));
        }
    }

    private static IEnumerable<string> KeysOf(ReadCall call, ImageRecord image) =>
        image.Devices.Select(d => d.SnapshotId).OfType<string>()
            .Select(id => SnapshotLookup.Find(call, call.Region, new SnapshotId(id))?.KmsKeyId).OfType<string>();
}
