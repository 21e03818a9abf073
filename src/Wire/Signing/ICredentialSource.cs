namespace Orrery.Wire.Signing;

/// <summary>Looks up access keys in the world that a request is for.</summary>
public interface ICredentialSource
{
    /// <summary>The key of an id, also when it is inactive or expired; null when the world has none.</summary>
    SigningCredential? Find(string accessKeyId);
}
