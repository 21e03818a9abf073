namespace Orrery.Kernel.Calls;

/// <summary>Makes what AWS has in a scope before anybody did anything, for example the default VPC.</summary>
public interface IScopeInitializer
{
    /// <summary>Runs once per scope, in a transaction of its own, when the scope is first touched.</summary>
    void Initialize(Call call);
}
