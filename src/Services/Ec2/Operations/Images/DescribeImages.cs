using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Listing;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Images;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Images;

/// <summary>
/// Lists the images that the account may launch: its own, those shared with it, public ones and those of the catalogue.
/// A public image that is not in the catalogue is told of if its id is given, and listed never. Sources: EC2 API
/// Reference, DescribeImages; EC2 User Guide, "Deprecate an Amazon EC2 AMI".
/// </summary>
public sealed class DescribeImages : IReadOperation<DescribeImagesRequest, DescribeImagesResult>
{
    /// <inheritdoc/>
    public DescribeImagesResult Run(DescribeImagesRequest request, ReadCall call)
    {
        ListRefusals.CheckUsers(request.Owners, "self", "amazon", "aws-marketplace", "aws-backup-vault", "microsoft");
        ListRefusals.CheckUsers(request.ExecutableUsers, "self", VolumeTables.Everybody);

        // What is named by its id is told of even if it is deprecated or disabled: the latter is guessed.
        var named = request.ImageIds is { Count: > 0 };
        var images = (named ? Named(request, call) : Listed(request, call))
            .Where(image => request.Owners is not { Count: > 0 } owners || owners.Any(o => IsOwner(image, o, call)))
            .Where(image => request.ExecutableUsers is not { Count: > 0 } users
                || users.Any(user => IsExecutable(image, user, call)));
        var query = new ListQuery(null, request.Filters, request.MaxResults, request.NextToken);
        var page = Lister.Of(call, images, image => image.Id.Value, ImageFilters.All, query);
        return new() { Images = page.As(image => ImageView.Of(image, call)), NextToken = page.NextToken };
    }

    private static IEnumerable<ImageRecord> Named(DescribeImagesRequest request, ReadCall call) =>
        request.ImageIds!.Distinct(StringComparer.Ordinal)
            .Select(id => ImageLookup.Visible(call, id))
            .OrderBy(image => image.Id.Value, StringComparer.Ordinal);

    private static IEnumerable<ImageRecord> Listed(DescribeImagesRequest request, ReadCall call) =>
        ImageLookup.All(call).Where(i => IsShown(i, request, call))
            .Concat(Presumed(request.Filters, call))
            .OrderBy(image => image.Id.Value, StringComparer.Ordinal);

    // A filter of whole ids asks for them as well: Terraform's data source has no other way.
    private static IEnumerable<ImageRecord> Presumed(IReadOnlyList<Filter>? filters, ReadCall call) =>
        (filters ?? []).Where(filter => filter.Name == "image-id").SelectMany(filter => filter.Values ?? [])
            .Distinct(StringComparer.Ordinal)
            .Where(id => VolumeKinds.Image.IsWellFormed(id) && ImageOf.Any(call, id) is null)
            .Select(id => PresumedImage.Find(call.Region, id)).OfType<ImageRecord>();

    // Its owner sees an image that is deprecated without asking for it, but not one that is disabled.
    private static bool IsShown(ImageRecord image, DescribeImagesRequest request, ReadCall call) =>
        (image.State != ImageState.Disabled || request.IncludeDisabled == true)
        && (image.OwnerId == call.Account || request.IncludeDeprecated == true
            || !ImageDates.IsDeprecated(image, call.Now));

    private static bool IsOwner(ImageRecord image, string owner, ReadCall call) =>
        owner == image.OwnerId || owner == image.OwnerAlias || (owner == "self" && image.OwnerId == call.Account);

    private static bool IsExecutable(ImageRecord image, string user, ReadCall call) => user == VolumeTables.Everybody
        ? image.IsPublic
        : image.Users.Contains(user == "self" ? call.Account : user);
}
