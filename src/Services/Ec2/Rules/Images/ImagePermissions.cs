using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2.Rules.Images;

/// <summary>Who may launch an image. Source: EC2 User Guide, "Understand shared AMI usage".</summary>
internal static class ImagePermissions
{
    /// <summary>Whether an account may see and launch it: its owner, those it is shared with, or everybody.</summary>
    public static bool MayUse(ImageRecord image, string account) =>
        image.OwnerId == account || image.IsPublic || image.Users.Contains(account);
}
