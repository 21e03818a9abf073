using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Catalog;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Volumes;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Instances;

/// <summary>
/// What can hibernate: its memory goes to its root volume, which has to be encrypted and large enough. Source: EC2 User
/// Guide, "Prerequisites for EC2 instance hibernation"; the code is that of EC2 API Reference, "Error codes", for both
/// a launch that does not meet them and an instance that is not enabled; the words are guessed. That an instance takes
/// about two minutes after its launch to be ready is not held to.
/// </summary>
internal static class Hibernation
{
    private const string Code = "UnsupportedHibernationConfiguration";
    private const int MostMemoryMib = 150 * 1024;

    /// <summary>Whether the instances of a launch can hibernate.</summary>
    /// <exception cref="ServiceException">They are to, and cannot.</exception>
    public static bool IsConfigured(RunInstancesRequest request, InstanceTypeFacts type, VolumeRecord? root)
    {
        if (request.HibernationOptions?.Configured != true) return false;
        return Obstacle(type, root) is { } why ? throw Unmet(why) : true;
    }

    /// <summary>
    /// Whether a Spot Instance can hibernate when it is interrupted; else it stops. That its root volume has to be
    /// encrypted for that is guessed. Source: EC2 User Guide, "Hibernate interrupted Spot Instances".
    /// </summary>
    public static bool IsPossible(ReadCall call, InstanceRecord instance) =>
        InstanceVolumes.Root(call, instance) is { } root
        && Obstacle(InstanceTypeCatalog.Get(instance.InstanceType), root) is null;

    /// <summary>Refuses to have an instance hibernate that was not launched for it.</summary>
    /// <exception cref="ServiceException">It is not enabled.</exception>
    public static void CheckEnabled(InstanceRecord instance)
    {
        if (!instance.CanHibernate)
            throw new ServiceException(
                Code, $"The instance '{instance.Id}' was not launched with hibernation enabled.");
    }

    /// <summary>
    /// Refuses what cannot be done while the memory of an instance lies on its root volume. Source: EC2 User Guide,
    /// "How EC2 instance hibernation works", limitations. The code is guessed.
    /// </summary>
    /// <exception cref="ServiceException">It hibernates.</exception>
    public static void CheckAwake(InstanceRecord instance, string what)
    {
        if (instance.IsHibernated)
            throw new ServiceException(Code, $"{what} is not possible while the instance '{instance.Id}' hibernates.");
    }

    private static string? Obstacle(InstanceTypeFacts type, VolumeRecord? root)
    {
        if (!type.Hibernates) return $"the instance type {type.Name} does not support hibernation";
        if (type.MemoryMib >= MostMemoryMib) return "the instance has more memory than 150 GiB";
        if (root is not { Encrypted: true }) return "the root volume is not encrypted";
        if (root.Type is not (VolumeType.Gp2 or VolumeType.Gp3 or VolumeType.Io1 or VolumeType.Io2))
            return $"the root volume is of type {root.Type.ToWire()}";
        return root.Size * 1024L >= type.MemoryMib
            ? null
            : $"the root volume of {root.Size} GiB does not hold {type.MemoryMib} MiB of memory";
    }

    private static ServiceException Unmet(string why) =>
        new(Code, $"The instance cannot be launched with hibernation enabled: {why}.");
}
