using System.Buffers.Text;
using System.Text;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Catalog;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Reservations;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Instances;

/// <summary>
/// Reads what the instances of a launch are to be like, apart from their interfaces. Source: EC2 API Reference,
/// RunInstances; EC2 User Guide, "Configure instance metadata options" and "Burstable performance instances".
/// </summary>
internal static class LaunchOptions
{
    private const int MostUserData = 16384;
    private const string DefaultType = "m1.small";

    /// <summary>The type that a launch names; AWS's default is m1.small.</summary>
    /// <exception cref="ServiceException">UnsupportedOperation: a type that cannot run here.</exception>
    public static InstanceTypeFacts TypeOf(RunInstancesRequest request)
    {
        var name = request.InstanceType?.ToWire() ?? DefaultType;
        var facts = InstanceTypeCatalog.Find(name)
            ?? throw new ServiceException("Unsupported", $"The instance type {name} is not known to Orrery.");
        return facts.Letters.StartsWith("mac", StringComparison.Ordinal)
            ? throw Errors.NotServed($"Mac instances such as {name}, which need Dedicated Hosts")
            : facts;
    }

    /// <summary>The image that a launch names; one that is only taken to exist has the type's architecture.</summary>
    /// <exception cref="ServiceException">
    /// MissingParameter, InvalidParameterValue, Unsupported, or what <see cref="Images.ImageOf.ToLaunch"/> refuses
    /// with.
    /// </exception>
    public static ImageRecord ImageOf(ReadCall call, RunInstancesRequest request, InstanceTypeFacts type)
    {
        var image = Images.ImageOf.ToLaunch(
            call, request.ImageId ?? throw Errors.Missing("ImageId"), type.Architectures[^1]);
        if (!type.Architectures.Contains(image.Architecture))
        {
            throw Errors.InvalidParameterValue(
                $"The architecture '{type.Architectures[^1]}' of the specified instance type does not match the "
                + $"architecture '{image.Architecture}' of the specified AMI. Specify an instance type and an AMI that "
                + "have matching architectures, and try again. You can use 'describe-instance-types' or "
                + "'describe-images' to discover the architecture of the instance type or AMI.");
        }

        if (image is { EnaSupport: false } && type.Row.Text("ena") == "required")
        {
            throw Errors.InvalidParameterCombination(
                $"Enhanced networking with the Elastic Network Adapter (ENA) is required for the '{type.Name}' "
                + "instance type. Ensure that your instance is enabled for ENA.");
        }

        // Such a launch fails (EC2 User Guide, "Requirements for UEFI boot mode"); code and wording are guessed.
        return image.BootMode is "uefi" or "legacy-bios" && !type.BootModes.Contains(image.BootMode)
            ? throw new ServiceException(
                "Unsupported", $"The boot mode '{image.BootMode}' is not supported by the instance type {type.Name}.")
            : image;
    }

    /// <summary>The record that those of all instances of a launch are made from.</summary>
    /// <exception cref="ServiceException">A value is not allowed, or names what does not exist.</exception>
    public static InstanceRecord Template(Call call, RunInstancesRequest request, SubnetRecord subnet)
    {
        var type = TypeOf(request);
        var image = ImageOf(call, request, type);
        var dns = request.PrivateDnsNameOptions;
        return new()
        {
            Id = default,
            ReservationId = call.NewId("r"),
            ClientToken = request.ClientToken,
            ImageId = request.ImageId!,
            InstanceType = type.Name,
            Architecture = image.Architecture,
            State = InstanceStateName.Pending,
            StateReason = new("pending", "pending"),
            LaunchTime = call.Now,
            CreateTime = call.Now,
            KeyName = KeyName(call, request.KeyName),
            SubnetId = subnet.Id,
            VpcId = subnet.VpcId,
            AvailabilityZone = subnet.AvailabilityZone,
            AvailabilityZoneId = subnet.AvailabilityZoneId,
            Tenancy = TenancyOf(call, request, subnet),
            UserData = UserData(request.UserData),
            DisableApiTermination = request.DisableApiTermination == true,
            DisableApiStop = request.DisableApiStop == true,
            ShutdownBehavior = request.InstanceInitiatedShutdownBehavior ?? ShutdownBehavior.Stop,
            Monitoring = request.Monitoring?.Enabled == true ? MonitoringState.Pending : MonitoringState.Disabled,
            MetadataOptions = InstanceDefaults.Enforced(call, Metadata(call, request.MetadataOptions, image)),
            HostnameType = HostnameOf(dns, subnet),
            EnableResourceNameDnsARecord = dns?.EnableResourceNameDnsARecord ?? subnet.EnableResourceNameDnsARecord,
            EnableResourceNameDnsAaaaRecord =
                dns?.EnableResourceNameDnsAAAARecord ?? subnet.EnableResourceNameDnsAaaaRecord,
            CpuCredits = Credits(call, request.CreditSpecification?.CpuCredits, type),
            Reservation = ReservationChoice.Of(call, request.CapacityReservationSpecification),
            Cpu = ProcessorOptions.Of(request.CpuOptions, type),
            AutoRecovery = request.MaintenanceOptions?.AutoRecovery ?? InstanceAutoRecoveryState.Default,
            EbsOptimized = EbsOptimized(request.EbsOptimized == true, type),
        };
    }

    /// <summary>Checks user data: base64 of at most 16 KiB.</summary>
    /// <exception cref="ServiceException">InvalidParameterValue.</exception>
    public static string? UserData(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (!Base64.IsValid(Encoding.UTF8.GetBytes(text), out var length))
        {
            throw Errors.InvalidParameterValue("Invalid BASE64 encoding of user data.");
        }

        return length <= MostUserData
            ? text
            : throw Errors.InvalidParameterValue($"User data is limited to {MostUserData} bytes");
    }

    /// <summary>Metadata options as a request gives them, the rest as they were.</summary>
    /// <exception cref="ServiceException">InvalidParameterValue: a hop limit outside of 1 to 64.</exception>
    public static InstanceMetadataOptionsRecord Metadata(
        InstanceMetadataOptionsRequest request, InstanceMetadataOptionsRecord before)
    {
        if (request.HttpPutResponseHopLimit is < 1 or > 64)
        {
            throw Errors.InvalidParameterValue(
                $"The value ({request.HttpPutResponseHopLimit}) for HttpPutResponseHopLimit is not from 1 to 64.");
        }

        return before with
        {
            State = InstanceMetadataOptionsState.Pending,
            HttpTokens = request.HttpTokens ?? before.HttpTokens,
            HttpPutResponseHopLimit = request.HttpPutResponseHopLimit ?? before.HttpPutResponseHopLimit,
            HttpEndpoint = request.HttpEndpoint ?? before.HttpEndpoint,
            HttpProtocolIpv6 = request.HttpProtocolIpv6 ?? before.HttpProtocolIpv6,
            InstanceMetadataTags = request.InstanceMetadataTags ?? before.InstanceMetadataTags,
        };
    }

    private static InstanceMetadataOptionsRecord Metadata(
        ReadCall call, InstanceMetadataOptionsRequest? request, ImageRecord image)
    {
        var standard = InstanceDefaults.MetadataOf(call, image);
        return request is null ? standard : Metadata(request, standard);
    }

    private static string? KeyName(ReadCall call, string? name) =>
        string.IsNullOrEmpty(name) ? null
        : call.Read(InstanceTables.KeyPairs).HasAny(InstanceTables.KeyPairsByName, name) ? name
        : throw new ServiceException("InvalidKeyPair.NotFound", $"The key pair '{name}' does not exist");

    private static Tenancy TenancyOf(ReadCall call, RunInstancesRequest request, SubnetRecord subnet)
    {
        var wanted = request.Placement?.Tenancy;
        if (wanted == Tenancy.Host)
        {
            throw Errors.NotServed("Dedicated Hosts (Placement.Tenancy host)");
        }

        // A VPC of dedicated tenancy makes all of its instances dedicated (Amazon VPC User Guide, "VPC tenancy").
        return call.Read(Tables.Vpcs).Find(subnet.VpcId)!.InstanceTenancy == Tenancy.Dedicated
            ? Tenancy.Dedicated
            : wanted ?? Tenancy.Default;
    }

    private static HostnameType HostnameOf(PrivateDnsNameOptionsRequest? options, SubnetRecord subnet) =>
        options?.HostnameType == HostnameType.IpName && subnet.Ipv6Native
            ? throw Errors.InvalidParameterCombination(
                $"The hostname type ip-name is not supported in the IPv6 only subnet '{subnet.Id}'.")
            : options?.HostnameType ?? subnet.PrivateDnsHostnameType;

    // The wording is guessed.
    private static string? Credits(ReadCall call, string? wanted, InstanceTypeFacts type) =>
        (wanted, type.Burstable) switch
    {
        (null, _) => InstanceDefaults.CreditsOf(call, type),
        (_, false) => throw Errors.InvalidParameterCombination(
            $"The instance type {type.Name} does not support CPU credits (CreditSpecification)."),
        ("standard" or "unlimited", _) => wanted,
        _ => throw Errors.InvalidParameterValue($"Value ({wanted}) for parameter CpuCredits is invalid."),
    };

    private static bool EbsOptimized(bool wanted, InstanceTypeFacts type) =>
        wanted && type.EbsOptimized == "unsupported"
            ? throw Errors.InvalidParameterCombination(
                "EBS-optimized instances are not supported for your requested configuration. Please check the "
                + "documentation for supported configurations.")
            : wanted;
}
