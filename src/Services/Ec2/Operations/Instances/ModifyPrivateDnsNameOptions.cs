using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Rules.Instances;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Instances;

/// <summary>
/// Says what the private name of an instance is made of and who answers for it. The kind of name changes while the
/// instance is stopped. Source: EC2 User Guide, "Change resource based naming options for Amazon EC2"; the codes are
/// guessed.
/// </summary>
public sealed class ModifyPrivateDnsNameOptions
    : IWriteOperation<ModifyPrivateDnsNameOptionsRequest, ModifyPrivateDnsNameOptionsResult>
{
    /// <inheritdoc/>
    public ModifyPrivateDnsNameOptionsResult Run(ModifyPrivateDnsNameOptionsRequest request, Call call)
    {
        var instance = InstanceStates.Alive(InstanceKinds.Instance.Get(call, request.InstanceId!));
        var kind = request.PrivateDnsHostnameType ?? instance.HostnameType;
        if (kind != instance.HostnameType && instance.State != InstanceStateName.Stopped)
        {
            throw new ServiceException(
                "IncorrectInstanceState", $"The instance '{instance.Id}' is not in the 'stopped' state.");
        }

        if (kind == HostnameType.IpName && call.Read(Tables.Subnets).Find(instance.SubnetId) is { Ipv6Native: true })
        {
            throw Errors.InvalidParameterCombination(
                $"The hostname type ip-name is not supported in the IPv6 only subnet '{instance.SubnetId}'.");
        }

        call.Write(InstanceTables.Instances).Put(instance with
        {
            HostnameType = kind,
            EnableResourceNameDnsARecord =
                request.EnableResourceNameDnsARecord ?? instance.EnableResourceNameDnsARecord,
            EnableResourceNameDnsAaaaRecord =
                request.EnableResourceNameDnsAAAARecord ?? instance.EnableResourceNameDnsAaaaRecord,
        });
        return new() { Return = true };
    }
}
