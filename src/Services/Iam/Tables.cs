using Orrery.Kernel.State;
using Orrery.Services.Iam.Records;

namespace Orrery.Services.Iam;

/// <summary>The tables that identity owns. Nobody else writes them.</summary>
internal static class Tables
{
    /// <summary>
    /// Temporary credentials, in the scope of the whole world: a key is looked up before its account is known.
    /// </summary>
    public static readonly Table<AccessKeyId, SessionRecord> Sessions =
        Table<AccessKeyId, SessionRecord>.Resident("iam.sessions", r => r.Id, () => IamJson.Default.SessionRecord);
}
