using Orrery.Tests.Tidy.Support;

namespace Orrery.Tests.Tidy.Rules.House;

/// <summary>Every operation that a service serves is named by a test.</summary>
public sealed class TestedOperationsRule : IRule
{
    /// <inheritdoc/>
    public string Name => "tested-operations";

    /// <inheritdoc/>
    public IReadOnlyList<Repository> Bad =>
    [
        Repository.Of(
            ("src/Services/Ec2/Operations/Vpcs/CreateVpc.cs", "class CreateVpc;"),
            ("tests/Unit/CreateVpcsTests.cs", "class CreateVpcsTests { string s = \"CreateVpcs\"; }")),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<Repository> Good =>
    [
        Repository.Of(
            ("src/Services/Ec2/Operations/Vpcs/CreateVpc.cs", "class CreateVpc;"),
            ("tests/Unit/VpcTests.cs", "Run(new CreateVpcRequest());")),
    ];

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(Repository repository)
    {
        var words = Words.Of(repository.PathsBelow("tests/", ".cs").Select(repository.Read));
        return from path in repository.PathsBelow("src/Services/", ".cs")
               where path.Split('/') is [_, _, _, "Operations", ..] && !path.EndsWith(".g.cs")
               let name = Path.GetFileNameWithoutExtension(path)
               where !words.Contains(name) && !words.Contains(name + "Request") && !words.Contains(name + "Async")
               select new Finding(path, "", "no test names the operation");
    }
}
