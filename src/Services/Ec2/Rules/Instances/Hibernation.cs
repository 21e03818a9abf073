using Orrery.Core;
using Orrery.Services.Ec2.Catalog;
using Orrery.Services.Ec2.Records;
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
    /// <exception cref="ServiceException">They are to, and cannot; or Spot Instances are to.</exception>
    public static bool IsConfigured(RunInstancesRequest request, InstanceTypeFacts type, VolumeRecord? root)
    {
        if (request.HibernationOptions?.Configured != true) return false;
        Errors.RefuseUnserved(
            "hibernation of Spot Instances (HibernationOptions)", request.InstanceMarketOptions is not null);
        if (!type.Hibernates) throw Unmet($"the instance type {type.Name} does not support hibernation");
        if (type.MemoryMib >= MostMemoryMib) throw Unmet("the instance has more memory than 150 GiB");
        if (root is not { Encrypted: true }) throw Unmet("the root volume is not encrypted");
        if (root.Type is not (VolumeType.Gp2 or VolumeType.Gp3 or VolumeType.Io1 or VolumeType.Io2))
            throw Unmet($"the root volume is of type {root.Type.ToWire()}");
        return root.Size * 1024L >= type.MemoryMib
            ? true
            : throw Unmet($"the root volume of {root.Size} GiB does not hold {type.MemoryMib} MiB of memory");
    }

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

    private static ServiceException Unmet(string why) =>
        new(Code, $"The instance cannot be launched with hibernation enabled: {why}.");
}
