using FluentAssertions;
using OpsCenter.Portal.Audit;
using OpsCenter.Portal.Audit.Pages;
using Xunit;

namespace OpsCenter.Portal.Tests.Audit.Pages;

public sealed class StateDifferenceTests
{
    [Fact]
    public void Fields_are_compared_by_name_and_those_that_changed_come_first()
    {
        var fields = StateDifference.Of(new AuditStates("""{"status":"active","name":"Acme"}""", """{"name":"Apex","status":"active"}"""));

        fields.Should().Equal(new StateDifference("Name", "Acme", "Apex"), new StateDifference("Status", "active", "active"));
        fields.Select(field => field.IsChanged).Should().Equal(true, false);
    }

    [Fact]
    public void What_is_inside_another_field_is_named_with_it()
    {
        var fields = StateDifference.Of(new AuditStates(null, """{"routes/openai:gpt-4":{"input_cost":"0.03"},"scopes":["a","b"],"list":[{"x":1}]}"""));

        fields.Should().Equal(
            new StateDifference("Routes/openai:gpt-4 › input cost", null, "0.03"),
            new StateDifference("Scopes", null, "a, b"),
            new StateDifference("List › 1 › x", null, "1"));
    }

    [Fact]
    public void Null_is_nothing_and_numbers_keep_their_digits()
    {
        StateDifference.Of(new AuditStates("""{"end":null,"fee":0.100000000000}""", """{"end":null,"fee":0.1}"""))
            .Should().Equal(new StateDifference("Fee", "0.100000000000", "0.1"));
    }

    [Fact]
    public void Without_states_there_are_no_fields() => StateDifference.Of(new AuditStates(null, null)).Should().BeEmpty();
}
