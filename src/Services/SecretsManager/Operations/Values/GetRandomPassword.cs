using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.SecretsManager.Rules;
using Orrery.Wire.Generated.Secretsmanager;

namespace Orrery.Services.SecretsManager.Operations.Values;

/// <summary>Makes a password of the world's chance; it is kept nowhere.</summary>
public sealed class GetRandomPassword : IWriteOperation<GetRandomPasswordRequest, GetRandomPasswordResult>
{
    /// <inheritdoc/>
    public GetRandomPasswordResult Run(GetRandomPasswordRequest request, Call call)
    {
        return new() { RandomPassword = Passwords.New(call, request) };
    }
}
