using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Listing;
using Orrery.Services.Ec2.Rules.Fleets;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Capacity;

/// <summary>Tells which instance types have wanted attributes.</summary>
public sealed class GetInstanceTypesFromInstanceRequirements
    : IReadOperation<GetInstanceTypesFromInstanceRequirementsRequest, GetInstanceTypesFromInstanceRequirementsResult>
{
    /// <inheritdoc/>
    public GetInstanceTypesFromInstanceRequirementsResult Run(
        GetInstanceTypesFromInstanceRequirementsRequest request, ReadCall call)
    {
        if (request.Context is not null)
        {
            throw Errors.NotServed("Context");
        }

        // All types of the catalogue are offered with hardware virtualization.
        var types = request.VirtualizationTypes!.Contains(VirtualizationType.Hvm)
            ? InstanceRequirementRules.Matching(
                request.InstanceRequirements!, [.. request.ArchitectureTypes!.Select(a => a.ToWire())], call.Region,
                    null)
            : [];
        var after = request.NextToken is { } token ? PageToken.KeyOf(token) : "";
        var page = Lister.Cut(
            types.Where(t => string.CompareOrdinal(t.Name, after) > 0), t => t.Name, request.MaxResults);
        return new()
        {
            InstanceTypes = page.As(t => new InstanceTypeInfoFromInstanceRequirements { InstanceType = t.Name }),
            NextToken = page.NextToken,
        };
    }
}
