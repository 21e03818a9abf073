using Orrery.Contracts;
using Orrery.Kernel;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Wire.Signing;

namespace Orrery.Operations;

/// <summary>The access keys of a world, as the gate asks for them: one snapshot for the whole request.</summary>
internal sealed class WorldCredentials(World world, string requestId) : ICredentialSource
{
    private Principal? _found;

    /// <inheritdoc/>
    public SigningCredential? Find(string accessKeyId)
    {
        if (world.Blueprint.Ports.Find<IPrincipals>() is not { } principals)
        {
            return null;
        }

        var info = new CallInfo(Scope.World, Caller.Kernel, "orrery:Authenticate", requestId);
        return world.Query(info, call =>
        {
            _found = principals.Find(call, accessKeyId);
            return _found is null ? null : Credential(accessKeyId, _found, call.Now);
        });
    }

    /// <summary>The principal of a key that was found.</summary>
    public Caller CallerOf(string accessKeyId) => _found is { } principal && principal.Caller.AccessKeyId == accessKeyId
        ? principal.Caller
        : throw new InvalidOperationException($"The key {accessKeyId} was not looked up.");

    private static SigningCredential Credential(string id, Principal principal, DateTimeOffset now)
    {
        var state = principal.Expiration <= now ? CredentialState.Expired
            : principal.IsActive ? CredentialState.Active
            : CredentialState.Inactive;
        return new(id, principal.SecretAccessKey, principal.SessionToken, state);
    }
}
