using Orrery.Core;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2.Rules.Images;

/// <summary>
/// What keeps an image from being deregistered. Source: EC2 User Guide, "Protect an Amazon EC2 AMI from deregistration"
/// (a cooldown of 24 hours). Code and wording are guessed.
/// </summary>
internal static class ImageProtection
{
    private static readonly TimeSpan Cooldown = TimeSpan.FromHours(24);

    /// <summary>The image, kept.</summary>
    public static ImageRecord Enabled(ImageRecord image, bool withCooldown) =>
        image with { Protected = true, ProtectedWithCooldown = withCooldown, ProtectedUntil = null };

    /// <summary>The image, kept no more, or only for as long as it cools down.</summary>
    public static ImageRecord Disabled(ImageRecord image, DateTimeOffset now) => !image.Protected ? image : image with
    {
        Protected = false,
        ProtectedWithCooldown = false,
        ProtectedUntil = image.ProtectedWithCooldown ? now + Cooldown : null,
    };

    /// <summary>Refuses to deregister one that is kept.</summary>
    /// <exception cref="ServiceException">OperationNotPermitted.</exception>
    public static void Check(ImageRecord image, DateTimeOffset now)
    {
        if (image.Protected)
        {
            throw Errors.OperationNotPermitted(
                $"The image '{image.Id}' cannot be deregistered: deregistration protection is enabled.");
        }

        if (image.ProtectedUntil is { } until && now < until)
        {
            throw Errors.OperationNotPermitted(
                $"The image '{image.Id}' cannot be deregistered until {ImageDates.Text(until)}: the cooldown of its "
                + "deregistration protection is not over.");
        }
    }

    /// <summary>As the API writes it.</summary>
    public static string Text(ImageRecord image) =>
        !image.Protected ? "disabled"
        : image.ProtectedWithCooldown ? "enabled-with-cooldown"
        : "enabled-without-cooldown";
}
