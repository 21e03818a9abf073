using Orrery.Contracts.Identity;

namespace Orrery.Services.Iam.Ports;

/// <summary>The instance profiles, for those who start instances.</summary>
internal sealed class InstanceProfilePort : IInstanceProfiles
{
    /// <inheritdoc/>
    public InstanceProfileFacts? Find(ReadCall call, string account, string name)
    {
        var scope = Scope.Global(account);
        if (call.Read(Tables.Profiles, scope).Find(IamKey.OfName(name)) is not { } profile) return null;
        var role = profile.Role is { } key ? call.Read(Tables.Roles, scope).Find(new(key)) : null;
        return new(profile.Arn, profile.Id, profile.Name, role?.Arn, role?.Name);
    }
}
