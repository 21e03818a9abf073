using Orrery.Contracts;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Catalog;

namespace Orrery.Services.Ec2.Rules;

/// <summary>
/// Quotas of instances: the vCPUs that run, by family, and the number of key pairs. Sources: EC2 User Guide,
/// "On-Demand Instance quotas" (only running instances count; that those count which are about to run is guessed:
/// several launches in a row could exceed it else); EC2 API Reference, CreateKeyPair (5,000 key pairs).
/// </summary>
internal static class InstanceLimits
{
    private const int KeyPairs = 5000;

    /// <summary>How many of the wanted instances of a type may run besides those that do.</summary>
    public static int Fitting(ReadCall call, InstanceTypeFacts type, int wanted)
    {
        var (limit, used) = Usage(call, type);
        return (int)Math.Clamp((limit - used) / type.Vcpus, 0, wanted);
    }

    /// <summary>Refuses to run more instances of a type than the quota of its family leaves.</summary>
    /// <exception cref="ServiceException">VcpuLimitExceeded.</exception>
    public static void CheckVcpus(ReadCall call, InstanceTypeFacts type, int wanted)
    {
        if (Fitting(call, type, wanted) < wanted)
        {
            throw new ServiceException(
                "VcpuLimitExceeded",
                $"You have requested more vCPU capacity than your current vCPU limit of {Usage(call, type).Limit} "
                + "allows for the instance bucket that the specified instance type belongs to. Please visit "
                + "http://aws.amazon.com/contact-us/ec2-request to request an adjustment to this limit.");
        }
    }

    /// <summary>Refuses one more key pair than a region may hold. The code is guessed.</summary>
    public static void CheckKeyPairs(Call call)
    {
        if (call.Read(InstanceTables.KeyPairs).Count >= KeyPairs)
        {
            throw new ServiceException("KeyPairLimitExceeded", "The maximum number of key pairs has been reached.");
        }
    }

    private static (int Limit, long Used) Usage(ReadCall call, InstanceTypeFacts type)
    {
        var quota = VcpuBuckets.QuotaOf(type)
            ?? throw new InvalidOperationException($"No quota is known for the instance type {type.Name}.");
        return (call.LimitOf(quota), VcpuBuckets.Running(call, quota));
    }
}
