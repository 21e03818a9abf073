using System.Text;
using Orrery.Contracts.Instances;
using Orrery.Services.Ec2.Operations.Instances;
using Orrery.Services.Ec2.Ports;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Bodies;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

/// <summary>Which body an instance has, what of user data can run, and what a console keeps.</summary>
public sealed class BodyTests
{
    [Theory]
    [InlineData(null, true, BodyKind.Modelled, false)]
    [InlineData("process", true, BodyKind.Process, false)]
    [InlineData("process", false, BodyKind.Modelled, true)]
    [InlineData("external=http://127.0.0.1:8080", false, BodyKind.External, false)]
    [InlineData("external=http://web.localhost:8080", false, BodyKind.External, false)]
    [InlineData("external=http://10.0.0.1:8080", true, BodyKind.Modelled, true)]
    [InlineData("external=http://example.com", true, BodyKind.Modelled, true)]
    [InlineData("external=file:///etc/passwd", true, BodyKind.Modelled, true)]
    [InlineData("ghost", true, BodyKind.Modelled, true)]
    public void A_body_is_what_the_tag_asks_for_and_the_program_allows(
        string? tag, bool allowed, BodyKind kind, bool refused)
    {
        var body = BodyChoice.Of(tag, allowed);
        Assert.Equal((kind, refused), (body.Kind, body.IsRefused));
        Assert.Equal(kind == BodyKind.External, body.Address is not null);
    }

    [Theory]
    [InlineData("#!/bin/sh\necho hi\n", "/bin/sh")]
    [InlineData("#! /usr/bin/env python3\n", "/usr/bin/env|python3")]
    [InlineData("#!/bin/bash -e -x\n", "/bin/bash|-e -x")]
    [InlineData("#!", null)]
    [InlineData("echo hi", null)]
    [InlineData("#cloud-config\nruncmd: []\n", null)]
    [InlineData("\u001f\u008b", null)]
    [InlineData("", null)]
    public void Only_scripts_are_run(string data, string? interpreter)
    {
        var script = UserScript.Read(Convert.ToBase64String(Encoding.Latin1.GetBytes(data)));
        Assert.Equal(interpreter is null, script.Refusal is not null);
        Assert.Equal(interpreter ?? "", string.Join('|', script.Interpreter));
    }

    [Fact]
    public void GetConsoleOutput_tells_the_end_of_what_was_reported()
    {
        var cloud = Fleet.New();
        var id = cloud.Launch();
        Assert.Null(Console(cloud, id));
        cloud.Do(call => BodyReports.Take(call, new(id), "first\n", null));
        cloud.Do(call => BodyReports.Take(call, new(id), "second\n", null));
        Assert.Equal("first\nsecond\n", Console(cloud, id));
        cloud.Do(call => BodyReports.Take(call, new(id), new('x', BodyReports.MostText - 1), null));
        Assert.Equal("\n" + new string('x', BodyReports.MostText - 1), Console(cloud, id));
    }

    [Fact]
    public void An_instance_that_asks_in_vain_says_why_on_its_console_and_when_explained()
    {
        var cloud = Fleet.New();
        var id = Launch(cloud);
        Assert.Contains("--bodies process", Console(cloud, id));
        var explanation = cloud.Ask(call => new NetworkExplainer().Explain(call, id));
        Assert.Equal("INSTANCE_RUNNING", explanation.Decision.Root.Code);
        Assert.Contains(
            explanation.Decision.Root.Because, r => r.Code == "BODY_MODELLED" && r.Text.Contains("--bodies process"));
    }

    [Fact]
    public void Reports_of_an_instance_that_is_out_of_sight_change_nothing_and_its_console_goes_with_it()
    {
        var cloud = Fleet.New();
        var id = Launch(cloud);
        var body = new BodyRecord(new(id), 1, BodyState.Ended, null, 0, null, default);
        Assert.True(cloud.Do(call => BodyReports.Take(call, new(id), "bye\n", body)));
        cloud.Terminate(id);
        Assert.Equal("bye\n", Console(cloud, id));
        cloud.Advance(TimeSpan.FromHours(2));
        Assert.False(cloud.Do(call => BodyReports.Take(call, new(id), "ghost\n", body)));
        Assert.Null(cloud.Ask(call => ((IConsoles)new BodyDesk()).Of(call, id)));
    }

    private static string Launch(Cloud cloud) => cloud.Launch(Fleet.One() with
    {
        TagSpecifications =
        [
            new()
            {
                ResourceType = ResourceType.Instance,
                Tags = [new() { Key = BodyChoice.Tag, Value = BodyChoice.Process }],
            },
        ],
    }).InstanceId!;

    private static string? Console(Cloud cloud, string id) =>
        cloud.Run(new GetConsoleOutput(), new() { InstanceId = id }).Output is { } output
            ? Encoding.UTF8.GetString(Convert.FromBase64String(output))
            : null;
}
