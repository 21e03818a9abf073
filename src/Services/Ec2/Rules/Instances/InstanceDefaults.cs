using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Catalog;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Instances;

/// <summary>
/// What an account set in a region for new instances. Sources: EC2 API Reference, ModifyDefaultCreditSpecification and
/// ModifyInstanceMetadataDefaults; EC2 User Guide, "Order of precedence for instance metadata options" (the launch,
/// then the account, then the image), "Enforce IMDSv2 at the account level".
/// </summary>
internal static class InstanceDefaults
{
    /// <summary>All that was set.</summary>
    public static InstanceDefaultsRecord Of(ReadCall call) =>
        call.Read(HealthTables.Defaults).Find(InstanceDefaultsRecord.Key) ?? new();

    /// <summary>The credit option of new instances of a type; null where it is not burstable.</summary>
    public static string? CreditsOf(ReadCall call, InstanceTypeFacts type) => !type.Burstable ? null
        : Of(call).Credits.GetValueOrDefault(type.Name[..type.Name.IndexOf('.', StringComparison.Ordinal)])
            ?? type.DefaultCredits;

    /// <summary>The credit option of new instances of a family.</summary>
    public static string CreditsOf(ReadCall call, UnlimitedSupportedInstanceFamily family) =>
        Of(call).Credits.GetValueOrDefault(family.ToWire())
            ?? (family == UnlimitedSupportedInstanceFamily.T2 ? "standard" : "unlimited");

    /// <summary>The metadata options of a launch that says nothing of them.</summary>
    public static InstanceMetadataOptionsRecord MetadataOf(ReadCall call, ImageRecord image)
    {
        var account = Of(call);
        var required = image.RequiresMetadataV2;
        return new()
        {
            HttpTokens = account.HttpTokens ?? (required ? HttpTokensState.Required : HttpTokensState.Optional),
            HttpPutResponseHopLimit = account.HopLimit ?? (required ? 2 : 1),
            HttpEndpoint = account.HttpEndpoint ?? InstanceMetadataEndpointState.Enabled,
            InstanceMetadataTags = account.Tags ?? InstanceMetadataTagsState.Disabled,
        };
    }

    /// <summary>Refuses options that do not require version 2 where the account enforces that.</summary>
    /// <exception cref="ServiceException">UnsupportedOperation; the sentence is guessed.</exception>
    public static InstanceMetadataOptionsRecord Enforced(ReadCall call, InstanceMetadataOptionsRecord options) =>
        options.HttpTokens == HttpTokensState.Optional && Of(call).Enforced == HttpTokensEnforcedState.Enabled
            ? throw new ServiceException(
                "UnsupportedOperation",
                "You can't launch instances with IMDSv1 or enable it, because httpTokensEnforced is enabled for this "
                + "account. Set httpTokens to required, or contact your account administrator.")
            : options;
}
