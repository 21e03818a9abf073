namespace Orrery.Engines.Policies.Linting;

/// <summary>What services there are, and what policies can say of them.</summary>
public interface IPolicyVocabulary
{
    /// <summary>All services by their prefix.</summary>
    IReadOnlyCollection<string> Services { get; }

    /// <summary>What is known of a prefix of actions, condition keys or ARNs; null where nothing is.</summary>
    ServiceWords? Find(string prefix);

    /// <summary>Whether it is the code of a region, of any partition.</summary>
    bool IsRegion(string code);
}
