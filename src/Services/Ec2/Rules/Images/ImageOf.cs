using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.Ec2.Catalog;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Images;

/// <summary>
/// Finds the image of an id, wherever it is: among the account's own, those of others in the region, the catalogue.
/// </summary>
internal static class ImageOf
{
    /// <summary>
    /// The image of an id, in any state, whoever may use it; null for one that is well formed but not known.
    /// </summary>
    /// <exception cref="ServiceException">InvalidAMIID.Malformed.</exception>
    public static ImageRecord? Any(ReadCall call, string id)
    {
        var listed = ImageCatalog.Find(call.Region, id);
        return listed is not null ? FromCatalog.Of(listed) : Made(call, new(id));
    }

    /// <summary>The image that somebody asks for by its id; null where there is none.</summary>
    /// <exception cref="ServiceException">InvalidAMIID.Malformed.</exception>
    public static ImageRecord? Asked(ReadCall call, string id) =>
        Any(call, id) ?? PresumedImage.Find(call.Region, id);

    /// <summary>The image of an instance; of one that is not known, without its id.</summary>
    public static ImageRecord Of(ReadCall call, InstanceRecord instance) =>
        Any(call, instance.ImageId) ?? PresumedImage.Like(instance.Architecture);

    /// <summary>The image that a launch names.</summary>
    /// <param name="call">The call.</param>
    /// <param name="id">The id.</param>
    /// <param name="architecture">That of an image which is only taken to exist.</param>
    /// <exception cref="ServiceException">
    /// InvalidAMIID.Malformed; InvalidAMIID.NotFound; InvalidAMIID.Unavailable: not in a state to be launched;
    /// AuthFailure: not permitted. Source: "Error codes for the Amazon EC2 API".
    /// </exception>
    public static ImageRecord ToLaunch(ReadCall call, string id, string architecture = PresumedImage.Architecture)
    {
        if (Any(call, id) is not { } image)
        {
            return PresumedImage.Find(call.Region, id, architecture) ?? throw NotFound(id);
        }

        // Somebody who may not use an image learns nothing of its state. The wording is guessed.
        if (!ImagePermissions.MayUse(image, call.Account))
        {
            throw new ServiceException("AuthFailure", $"Not authorized for images: [{id}]");
        }

        return image.State == ImageState.Available ? image : throw Unavailable(image);
    }

    /// <summary>The scope that an image made by an account is kept in.</summary>
    public static Scope ScopeOf(ReadCall call, ImageRecord image) => new(image.OwnerId, call.Region);

    /// <summary>InvalidAMIID.NotFound.</summary>
    public static ServiceException NotFound(string id) =>
        new("InvalidAMIID.NotFound", $"The image id '[{id}]' does not exist");

    /// <summary>InvalidAMIID.Unavailable, with why.</summary>
    public static ServiceException Unavailable(ImageRecord image) => new(
        "InvalidAMIID.Unavailable",
        image.State == ImageState.Deregistered
            ? $"The image ID '{image.Id}' is no longer available"
            : $"The image ID '{image.Id}' is not available: its state is {image.State.ToWire()}");

    /// <summary>Notes that an image of an account was launched just now.</summary>
    public static void Launched(Call call, string id)
    {
        if (Made(call, new(id)) is not { } image)
        {
            return;
        }

        var settled = image.LastLaunch is { } last && last + ImageRecord.LaunchReported <= call.Now;
        call.Write(VolumeTables.Images, ScopeOf(call, image)).Put(image with
        {
            EarlierLaunch = settled ? image.LastLaunch : image.EarlierLaunch, LastLaunch = call.Now,
        });
    }

    // An id is made in one scope only: those of other accounts in the region are asked when it is not in one's own.
    private static ImageRecord? Made(ReadCall call, ImageId id)
    {
        if (call.Read(VolumeTables.Images).Find(id) is { } own)
        {
            return own;
        }

        foreach (var scope in call.Scopes)
        {
            if (scope.Region == call.Region && scope != call.Scope
                && call.Read(VolumeTables.Images, scope).Find(id) is { } other)
            {
                return other;
            }
        }

        return null;
    }
}
