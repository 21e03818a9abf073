using System.Globalization;
using Orrery.Core;
using Orrery.Services.Ec2.Catalog;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Instances;

/// <summary>
/// The cores and threads of an instance. Sources: EC2 User Guide, "Rules for specifying CPU options for an Amazon EC2
/// instance" (both are given, each among those of the type; none for bare metal); the message of what is missing:
/// hashicorp/terraform-provider-aws#46821. The other codes and messages are guessed. Instances cost the same with fewer
/// vCPUs, and it is guessed that they count the same for the quotas: as those of their type.
/// </summary>
internal static class ProcessorOptions
{
    /// <summary>What a launch asks for; null for the default of the type.</summary>
    /// <exception cref="ServiceException">MissingParameter, InvalidParameterCombination, InvalidParameterValue, or
    /// UnsupportedOperation: what is not served.</exception>
    public static CpuOptionsRecord? Of(CpuOptionsRequest? request, InstanceTypeFacts type)
    {
        if (request is null)
        {
            return null;
        }

        Errors.RefuseUnserved("AMD SEV-SNP (CpuOptions.AmdSevSnp)", request.AmdSevSnp is not null);
        Errors.RefuseUnserved(
            "nested virtualization (CpuOptions.NestedVirtualization)", request.NestedVirtualization is not null);
        return Of(request.CoreCount, request.ThreadsPerCore, type);
    }

    /// <summary>Cores and threads of a type; null for its default.</summary>
    /// <exception cref="ServiceException">As above.</exception>
    public static CpuOptionsRecord? Of(int? cores, int? threads, InstanceTypeFacts type)
    {
        if (cores is not { } wanted || threads is not { } each)
        {
            throw new ServiceException(
                "MissingParameter", "When specifying CpuOptions you must specify both CoreCount and ThreadsPerCore.");
        }

        if (type.Row.Text("valid_cores") is null || type.Row.Text("valid_threads") is null)
        {
            throw Errors.InvalidParameterCombination(
                $"The instance type {type.Name} does not support specifying CpuOptions.");
        }

        Check("CoreCount", wanted, type.Row.Numbers("valid_cores"), type);
        Check("ThreadsPerCore", each, type.Row.Numbers("valid_threads"), type);
        var options = new CpuOptionsRecord(wanted, each);
        return options == DefaultOf(type) ? null : options;
    }

    /// <summary>The cores and threads of an instance; null where those of its type are not known.</summary>
    public static CpuOptions? View(InstanceRecord instance, InstanceTypeFacts type) =>
        (instance.Cpu ?? DefaultOf(type)) is { } cpu
            ? new() { CoreCount = cpu.Cores, ThreadsPerCore = cpu.Threads }
            : null;

    private static CpuOptionsRecord? DefaultOf(InstanceTypeFacts type) =>
        type.Row.Number("cores") is { } cores && type.Row.Number("threads_per_core") is { } threads
            ? new(cores, threads)
            : null;

    private static void Check(string name, int value, IReadOnlyList<int> valid, InstanceTypeFacts type)
    {
        if (!valid.Contains(value))
        {
            var values = string.Join(", ", valid.Select(v => v.ToString(CultureInfo.InvariantCulture)));
            throw Errors.InvalidParameterValue(
                $"The value {value} of CpuOptions.{name} is not valid for the instance type {type.Name}. Valid values: "
                + $"{values}.");
        }
    }
}
