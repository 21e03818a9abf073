using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2.Rules;

/// <summary>What an account allows in a region; at first no serial consoles, and public snapshots.</summary>
internal static class AccountSettings
{
    /// <summary>Those of the caller.</summary>
    public static AccountSettingsRecord Of(ReadCall call) => Of(call, call.Scope);

    /// <summary>Those of an account in a region.</summary>
    public static AccountSettingsRecord Of(ReadCall call, Scope scope) =>
        call.Read(HealthTables.Settings, scope).Find(AccountSettingsRecord.Key) ?? new();

    /// <summary>Changes those of the caller.</summary>
    public static AccountSettingsRecord Put(Call call, AccountSettingsRecord settings)
    {
        call.Write(HealthTables.Settings).Put(settings);
        return settings;
    }
}
