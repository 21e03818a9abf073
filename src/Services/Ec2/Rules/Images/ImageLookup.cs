using Orrery.Contracts.Regions;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Catalog;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Images;

/// <summary>
/// The images that an account owns, may see, may copy. Sources: "Error codes for the Amazon EC2 API"; messages as
/// public logs of clients show them.
/// </summary>
internal static class ImageLookup
{
    /// <summary>An image that the account owns and that is not deregistered.</summary>
    /// <exception cref="ServiceException">
    /// InvalidAMIID.Malformed, InvalidAMIID.NotFound; InvalidAMIID.Unavailable: it is deregistered; AuthFailure: it is
    /// somebody else's.
    /// </exception>
    public static ImageRecord Own(ReadCall call, string id)
    {
        var image = ImageOf.Asked(call, id);
        if (image is null || !ImagePermissions.MayUse(image, call.Account))
        {
            throw ImageOf.NotFound(id);
        }

        return image.OwnerId != call.Account
            ? throw new ServiceException("AuthFailure", $"Not authorized for image:{id}")
            : image.State == ImageState.Deregistered ? throw ImageOf.Unavailable(image)
            : image;
    }

    /// <summary>An image that the account may see.</summary>
    /// <exception cref="ServiceException">InvalidAMIID.Malformed, InvalidAMIID.NotFound.</exception>
    public static ImageRecord Visible(ReadCall call, string id) =>
        ImageOf.Asked(call, id) is { } image && image.State != ImageState.Deregistered
        && ImagePermissions.MayUse(image, call.Account)
            ? image
            : throw ImageOf.NotFound(id);

    /// <summary>All images of the region that the account may see, in the order of ids.</summary>
    public static IEnumerable<ImageRecord> All(ReadCall call)
    {
        var own = call.Read(VolumeTables.Images).All();
        var others = call.Scopes.Where(s => s.Region == call.Region && s != call.Scope).SelectMany(scope =>
        {
            var table = call.Read(VolumeTables.Images, scope);
            return table.By(VolumeTables.ImagesByUser, call.Account)
                .Union(table.By(VolumeTables.ImagesByUser, VolumeTables.Everybody));
        });
        return own.Concat(others)
            .Where(i => i.State != ImageState.Deregistered)
            .Concat(ImageCatalog.All(call.Region).Select(FromCatalog.Of))
            .OrderBy(i => i.Id.Value, StringComparer.Ordinal);
    }

    /// <summary>An image of a region that the account may copy: one that it may launch there.</summary>
    /// <exception cref="ServiceException">
    /// InvalidParameterValue: no such region; and as for a launch.
    /// </exception>
    public static ImageRecord ToCopy(ReadCall call, string region, string id)
    {
        if (RegionCatalog.Find(region) is null)
        {
            throw Errors.InvalidParameterValue($"Invalid source region: {region}");
        }

        VolumeKinds.Image.CheckForm(id);
        var image = ImageCatalog.Find(region, id) is { } listed
            ? FromCatalog.Of(listed)
            : call.Scopes.Where(scope => scope.Region == region)
                .Select(scope => call.Read(VolumeTables.Images, scope).Find(new(id)))
                .FirstOrDefault(found => found is not null) ?? PresumedImage.Find(region, id);
        return image is null || !ImagePermissions.MayUse(image, call.Account) ? throw ImageOf.NotFound(id)
            : image.State != ImageState.Available ? throw ImageOf.Unavailable(image)
            : image;
    }
}
