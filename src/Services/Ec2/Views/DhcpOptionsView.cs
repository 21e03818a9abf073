using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Views;

/// <summary>A set of DHCP options as the API writes it.</summary>
internal static class DhcpOptionsView
{
    /// <summary>The set with its tags.</summary>
    public static DhcpOptions Of(DhcpOptionsRecord options, ReadCall call) => new()
    {
        DhcpOptionsId = options.Id.Value,
        OwnerId = call.Account,
        DhcpConfigurations = [.. options.Configurations.Select(OptionOf)],
        Tags = TagStore.View(call, options.Id.Value),
    };

    private static DhcpConfiguration OptionOf(DhcpConfigurationRecord option) => new()
    {
        Key = option.Key,
        Values = [.. option.Values.Select(value => new AttributeValue { Value = value })],
    };
}
