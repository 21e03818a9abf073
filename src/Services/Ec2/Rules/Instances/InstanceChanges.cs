using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Catalog;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Volumes;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Instances;

/// <summary>
/// Reads which attributes of an instance a request sets. Source: EC2 API Reference, ModifyInstanceAttribute; EC2 User
/// Guide, "Change the instance type for your Amazon EC2 instance" (type and user data change while it is stopped).
/// </summary>
internal static class InstanceChanges
{
    /// <summary>What the request sets, each as the change that it makes.</summary>
    /// <exception cref="ServiceException">UnsupportedOperation: an attribute that is not served.</exception>
    public static IEnumerable<Action<Call, InstanceRecord>> Of(ModifyInstanceAttributeRequest request)
    {
        RefuseUnserved(request);
        if (request.Attribute is { } attribute)
        {
            yield return Named(attribute, request.Value ?? throw Errors.Missing("value"));
        }

        if (request.SourceDestCheck is { } check)
        {
            yield return SourceDestCheck(ValueOf(check));
        }

        if (request.Groups is { Count: > 0 } groups)
        {
            yield return Groups(groups);
        }

        if (request.DisableApiTermination is { } termination)
        {
            var value = ValueOf(termination);
            yield return Put(instance => instance with { DisableApiTermination = value });
        }

        if (request.DisableApiStop is { } stop)
        {
            var value = ValueOf(stop);
            yield return Put(instance => instance with { DisableApiStop = value });
        }

        if (request.InstanceInitiatedShutdownBehavior is { } behavior)
        {
            yield return Shutdown(behavior.Value);
        }

        if (request.InstanceType is { } type)
        {
            yield return Type(type.Value);
        }

        if (request.UserData is { } data)
        {
            yield return UserData(Convert.ToBase64String((data.Value ?? default).Span));
        }

        if (request.BlockDeviceMappings is { Count: > 0 } devices)
        {
            yield return DeviceChanges.Of(devices);
        }

        if (request.EbsOptimized is { } ebs)
        {
            yield return EbsOptimized(ValueOf(ebs));
        }
    }

    /// <summary>Sets the check of the only interface.</summary>
    public static Action<Call, InstanceRecord> SourceDestCheck(bool value) => (call, instance) =>
        call.Write(Tables.NetworkInterfaces).Put(
            InstanceInterfaces.Single(call, instance) with { SourceDestCheck = value });

    private static Action<Call, InstanceRecord> Named(InstanceAttributeName name, string value) => name switch
    {
        InstanceAttributeName.InstanceType => Type(value),
        InstanceAttributeName.UserData => UserData(value),
        InstanceAttributeName.InstanceInitiatedShutdownBehavior => Shutdown(value),
        InstanceAttributeName.SourceDestCheck => SourceDestCheck(Flag(value)),
        InstanceAttributeName.EbsOptimized => EbsOptimized(Flag(value)),
        InstanceAttributeName.DisableApiTermination =>
            Put(instance => instance with { DisableApiTermination = Flag(value) }),
        InstanceAttributeName.DisableApiStop => Put(instance => instance with { DisableApiStop = Flag(value) }),
        _ => throw Errors.NotServed($"changing the attribute {name.ToWire()}"),
    };

    private static Action<Call, InstanceRecord> Groups(IReadOnlyList<string> groups) => (call, instance) =>
    {
        var face = InstanceInterfaces.Single(call, instance);
        call.Write(Tables.NetworkInterfaces).Put(face with
        {
            Groups = InterfaceGroups.Resolve(call, face.SubnetId, face.VpcId, groups),
        });
    };

    private static Action<Call, InstanceRecord> Shutdown(string? value)
    {
        var behavior = ShutdownBehaviorWire.Parse(value)
            ?? throw Errors.InvalidParameterValue(
                $"Value ({value}) for parameter instanceInitiatedShutdownBehavior is invalid.");
        return Put(instance => instance with { ShutdownBehavior = behavior });
    }

    private static Action<Call, InstanceRecord> UserData(string value)
    {
        var data = LaunchOptions.UserData(value);
        return Stopped(instance => instance with { UserData = data });
    }

    private static Action<Call, InstanceRecord> EbsOptimized(bool value) =>
        Stopped(instance => value && InstanceTypeCatalog.Get(instance.InstanceType).EbsOptimized == "unsupported"
            ? throw Errors.InvalidParameterCombination(
                "EBS-optimized instances are not supported for your requested configuration. Please check the "
                + "documentation for supported configurations.")
            : instance with { EbsOptimized = value });

    private static Action<Call, InstanceRecord> Type(string? value)
    {
        var type = InstanceTypeCatalog.Find(value ?? "")
            ?? throw Errors.InvalidParameterValue($"Invalid value '{value}' for InstanceType.");
        return (call, instance) =>
        {
            Hibernation.CheckAwake(instance, "Another instance type");
            var faces = InstanceInterfaces.Of(call, instance);
            InstanceInterfaces.CheckCount(type, faces.Count);
            InstanceInterfaces.CheckFabric(type, faces);
            foreach (var face in faces)
            {
                InstanceInterfaces.CheckAddresses(
                    type,
                    face.PrivateIps.Length + face.Ipv4Prefixes.Length,
                    face.Ipv6Addresses.Length + face.Ipv6Prefixes.Length);
            }

            Stopped(stopped => Retyped(call, stopped, type))(call, instance);
        };
    }

    // A credit option outlives a change between burstable types (EC2 API Reference,
    // DescribeInstanceCreditSpecifications); cores and threads are those of the new type (EC2 User Guide, "Rules for
    // specifying CPU options": only the console keeps them).
    private static InstanceRecord Retyped(ReadCall call, InstanceRecord instance, InstanceTypeFacts type) =>
        type.Architectures.Contains(instance.Architecture)
            ? instance with
            {
                InstanceType = type.Name,
                Cpu = type.Name == instance.InstanceType ? instance.Cpu : null,
                CpuCredits = type.Burstable ? instance.CpuCredits ?? InstanceDefaults.CreditsOf(call, type) : null,
            }
            : throw Errors.InvalidParameterValue(
                $"The architecture '{type.Architectures[^1]}' of the specified instance type does not match the "
                + $"architecture '{instance.Architecture}' of the instance '{instance.Id}'.");

    private static Action<Call, InstanceRecord> Stopped(Func<InstanceRecord, InstanceRecord> change) =>
        Put(instance => change(InstanceStates.Stopped(instance)));

    private static Action<Call, InstanceRecord> Put(Func<InstanceRecord, InstanceRecord> change) =>
        (call, instance) => call.Write(InstanceTables.Instances).Put(change(instance));

    private static bool ValueOf(AttributeBooleanValue attribute) => attribute.Value ?? throw Errors.Missing("Value");

    private static bool Flag(string value) => bool.TryParse(value, out var flag)
        ? flag
        : throw Errors.InvalidParameterValue($"Value ({value}) for parameter value is invalid. Use true or false.");

    private static void RefuseUnserved(ModifyInstanceAttributeRequest request)
    {
        if (request.Kernel is not null || request.Ramdisk is not null || request.SriovNetSupport is not null
            || request.EnaSupport is not null)
        {
            throw Errors.NotServed(
                "changing kernels and drivers (Kernel, Ramdisk, SriovNetSupport, EnaSupport)");
        }
    }
}
