using Orrery.Core;
using Orrery.Services.Ec2.Catalog;

namespace Orrery.Services.Ec2.Rules.Volumes;

/// <summary>
/// How many volumes an instance may have. Sources: what DescribeInstanceTypes tells of each type (EbsInfo,
/// MaximumEbsAttachments and AttachmentLimitType); EBS User Guide, "Amazon EBS volume limits for Amazon EC2 instances":
/// a limit is for volumes alone (dedicated), or they share it with interfaces, and the number told is what one
/// interface leaves; more than 40 volumes on a Xen instance are supported as far as it goes, so no limit of theirs is
/// held. That interfaces take nothing of what bare metal has is guessed, as is the wording.
/// </summary>
internal static class AttachmentLimits
{
    /// <summary>How many volumes an instance of a type may have besides its interfaces; null for no limit.</summary>
    public static int? Of(InstanceTypeFacts type, int interfaces) =>
        !IsNitro(type) || type.Row.Number("ebs_max_volumes") is not { } most ? null
        : type.Row.Text("ebs_limit") == "dedicated" || type.Row.Flag("bare_metal") ? most
        : Math.Max(most + 1 - interfaces, 1);

    /// <summary>Refuses more volumes than an instance may have.</summary>
    /// <exception cref="ServiceException">AttachmentLimitExceeded.</exception>
    public static void Check(InstanceTypeFacts type, int interfaces, int volumes)
    {
        if (Of(type, interfaces) is { } most && volumes > most)
        {
            throw new ServiceException(
                "AttachmentLimitExceeded", $"Volume count {volumes} exceeds the limit of {most} for {type.Name}");
        }
    }

    /// <summary>Whether a type is built on the Nitro System.</summary>
    public static bool IsNitro(InstanceTypeFacts type) =>
        type.Row.Text("hypervisor") == "nitro" || type.Row.Flag("bare_metal");
}
