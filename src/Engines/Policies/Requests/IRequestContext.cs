namespace Orrery.Engines.Policies.Requests;

/// <summary>What conditions ask of a request. Values are texts, as in the simulator of IAM: numbers in decimal,
/// instants in ISO 8601, addresses as written, bytes in Base64.</summary>
public interface IRequestContext
{
    /// <summary>The values of a key; none where the request does not have it.</summary>
    ContextValues Get(ContextKey key);
}
