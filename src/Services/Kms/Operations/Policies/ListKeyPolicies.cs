using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Kms.Rules;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Services.Kms.Operations.Policies;

/// <summary>Lists the names of policies: there is one.</summary>
public sealed class ListKeyPolicies : IReadOperation<ListKeyPoliciesRequest, ListKeyPoliciesResult>
{
    /// <inheritdoc/>
    public ListKeyPoliciesResult Run(ListKeyPoliciesRequest request, ReadCall call)
    {
        Places.Seen(call, request.KeyId!, "ListKeyPolicies");
        var (page, next) = Pages.Of([KeyPolicies.Name], name => name, request.Limit, request.Marker);
        return new() { PolicyNames = page, NextMarker = next, Truncated = false };
    }
}
