namespace Orrery.Services.Iam.Rules;

/// <summary>What has to go before a user, group or role does.</summary>
internal static class HolderRules
{
    /// <summary>Refuses the end of what still has policies.</summary>
    /// <exception cref="ServiceException">DeleteConflict.</exception>
    public static void RefuseWithPolicies(HolderRecord holder)
    {
        if (holder.Attached.Count > 0) throw Errors.Conflict("detach all policies");
        if (holder.Inline.Count > 0) throw Errors.Conflict("delete policies");
    }
}
