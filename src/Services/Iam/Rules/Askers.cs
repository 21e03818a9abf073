using Orrery.Services.Iam.Ports;

namespace Orrery.Services.Iam.Rules;

/// <summary>Those who ask for roles.</summary>
internal static class Askers
{
    /// <summary>The caller: by its ARN, and a session also by that of its role.</summary>
    public static Asker Caller(ReadCall call)
    {
        List<string> names = [call.Caller.Arn];
        if (Sessions.Of(call)?.Issuer is { } issuer
            && call.Read(Tables.Roles, Scope.Global(call.Caller.Account)).By(Tables.RolesById, issuer)
                .FirstOrDefault() is { } role)
        {
            names.Add(role.Arn);
        }

        return new("AWS", names, call.Caller.Account, call.Caller.UserId.Split(':')[0]);
    }

    /// <summary>Somebody for whom a provider vouches.</summary>
    public static Asker Federated(string provider) => new("Federated", [provider], "");

    /// <summary>A service.</summary>
    public static Asker Service(string service) => new("Service", [service], "");
}
