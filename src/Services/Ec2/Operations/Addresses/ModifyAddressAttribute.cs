using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Addresses;

/// <summary>
/// Gives an Elastic IP address a name in reverse DNS, at once. AWS first looks whether the name leads to the address;
/// here
/// no DNS is asked. Source: EC2 User Guide, "Using reverse DNS for email applications".
/// </summary>
public sealed class ModifyAddressAttribute
    : IWriteOperation<ModifyAddressAttributeRequest, ModifyAddressAttributeResult>
{
    private const int MaxName = 253;

    /// <inheritdoc/>
    public ModifyAddressAttributeResult Run(ModifyAddressAttributeRequest request, Call call)
    {
        var address = Ec2Kinds.Address.Get(call, request.AllocationId!);
        var name = (request.DomainName ?? throw Errors.Missing("DomainName")).TrimEnd('.');
        if (name.Length is 0 or > MaxName || !name.Split('.').All(IsLabel))
        {
            throw Errors.InvalidParameterValue($"Value ({request.DomainName}) for parameter domainName is invalid.");
        }

        var named = address with { PtrRecord = $"{name}." };
        call.Write(Tables.Addresses).Put(named);
        return new() { Address = AddressView.AttributeOf(named) };
    }

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= 63 && label[0] != '-' && label[^1] != '-'
        && label.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
